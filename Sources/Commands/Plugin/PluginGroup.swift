/// The commands of `tug plugin`.
enum PluginGroup {
    static var commands: [Command] {
        [
            PluginCreate.command,
            PluginDisable.command,
            PluginEnable.command,
            PluginInspect.command,
            PluginInstall.command,
            PluginList.command,
            PluginPush.command,
            PluginRemove.command,
            PluginSet.command,
            PluginUpgrade.command,
        ]
    }
}
