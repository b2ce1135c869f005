/// The commands of `tug system`.
enum SystemGroup {
    static var commands: [Command] {
        [
            SystemDialStdio.command,
            SystemDiskUsage.command,
            SystemEvents.command,
            SystemInfo.command,
            SystemPrune.command,
        ]
    }
}
