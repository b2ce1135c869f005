import EngineAPI
import Terminal

extension Session {
    /// Whether somebody types at stdin.
    var hasTerminalInput: Bool { WindowSize.of(input) != nil }

    /// The keys that leave a container: the flag, `detachKeys` of the configuration, ctrl-p ctrl-q.
    ///
    /// - Returns: also the spelling for the engine, nil where it was not changed.
    /// - Throws: `DetachKeys.UnknownKey`.
    func detachKeys(_ flag: String?) throws -> (keys: DetachKeys, spelling: String?) {
        let flag = flag ?? ""
        let spelling = flag.isEmpty ? config.text("detachKeys") ?? "" : flag
        if spelling.isEmpty { return (.standard, nil) }
        return (try DetachKeys(spelling), spelling)
    }

    /// Whether an engine that sees the detach keys in what is typed at a container makes an event of them.
    func engineSeesDetachKeys() throws -> Bool { try engine.version() >= APIVersion(1, 24) }

    /// Whether the end of our stdin is told to a container. Podman says of none that its stdin ends with the client's,
    /// and ends it all the same.
    func endsInput(of container: ContainerState) throws -> Bool {
        try container.closesInput || engine.ping().isPodman
    }

    /// Refuses a terminal in the container that nobody can type at.
    func requireTerminalInput(takesInput: Bool, hasTerminal: Bool) throws {
        guard takesInput, hasTerminal, !hasTerminalInput else { return }
        throw Failure("stdin is not a terminal, so it cannot be the container's: leave out -t, or -i")
    }
}
