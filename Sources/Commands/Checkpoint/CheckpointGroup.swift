import EngineAPI

/// The commands of `tug checkpoint`.
enum CheckpointGroup {
    static var commands: [Command] {
        [
            CheckpointCreate.command,
            CheckpointList.command,
            CheckpointRemove.command,
        ]
    }
}

extension Session {
    /// Refuses what only an experimental engine does.
    func requireExperimental(for subject: String) throws {
        let ping = try engine.ping()
        if !ping.isExperimental, !ping.isPinned {
            throw Failure("\(subject) needs an engine with experimental features enabled")
        }
    }
}
