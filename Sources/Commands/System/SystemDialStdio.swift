import CommandGrammar
import EngineAPI
import Transport

struct SystemDialStdio: Action, Equatable {
    static var command: Command {
        Command(
            "dial-stdio", "Carry the engine's connection over standard input and output", hidden: true,
            SystemDialStdio.self)
    }

    /// The far end of an `ssh://` connection: bytes both ways until the engine ends it.
    func run(_ session: Session) throws {
        let stream = try session.engine.connectRaw()
        defer { stream.close() }
        let incoming = IncomingStream(stream, isRaw: true, wanted: .output, out: session.out, err: session.err)
        let typed = TypedInput(session.input, to: stream, closes: true, keys: nil, engineKnowsKeys: false)
        while !incoming.isOver {
            var set = PollSet()
            set.add(stream.fileDescriptor, reading: true, writing: typed.wantsToSend)
            if typed.wantsInput { set.add(typed.fileDescriptor, reading: true) }
            let isReady = stream.hasBufferedInput
            _ = try set.wait(milliseconds: isReady ? 0 : -1)
            if typed.wantsToSend, set.canWrite(stream.fileDescriptor) { typed.send() }
            if typed.wantsInput, set.canRead(typed.fileDescriptor) { typed.receive() }
            guard isReady || set.canRead(stream.fileDescriptor) else { continue }
            incoming.receive()
            while incoming.target != nil { try incoming.pass(isPatient: false) }
        }
        try incoming.pass(isPatient: false)
    }
}
