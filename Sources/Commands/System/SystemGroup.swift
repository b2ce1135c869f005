/// The commands of `tug system`.
enum SystemGroup {
    static var commands: [Command] {
        [
            SystemEvents.command,
            SystemInfo.command,
            SystemPrune.command,
        ]
    }
}
