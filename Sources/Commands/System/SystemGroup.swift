/// The commands of `tug system`.
enum SystemGroup {
    static var commands: [Command] {
        [
            SystemPrune.command
        ]
    }
}
