/// The commands of `tug plugin`.
enum PluginGroup {
    static var commands: [Command] {
        [
            PluginInspect.command
        ]
    }
}
