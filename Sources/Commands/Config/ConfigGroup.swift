/// The commands of `tug config`.
enum ConfigGroup {
    static var commands: [Command] { [ConfigInspect.command, ConfigList.command] }
}
