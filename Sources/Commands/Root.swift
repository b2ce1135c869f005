import CommandGrammar

/// The whole tree of commands.
enum Root {
    static var tree: Tree<Session, GlobalOptions> {
        Tree(
            "tug", "A command line for container engines, old and new", flags: GlobalOptions.flags,
            commands: topLevel + groups)
    }

    /// The short paths: what people type most.
    private static var topLevel: [Command] {
        [
            ContainerDiff.command,
            SystemEvents.command,
            SystemInfo.command,
            ContainerKill.command,
            ContainerPause.command,
            ContainerPort.command,
            ContainerList.command.named("ps"),
            ContainerRename.command,
            ContainerRestart.command,
            ContainerRemove.command.named("rm"),
            ContainerStop.command,
            ContainerTop.command,
            ContainerUnpause.command,
            SystemVersion.command,
        ]
    }

    private static var groups: [Command] {
        [
            Command(group: "container", "Manage containers", ContainerGroup.commands),
            Command(group: "system", "Manage the engine", SystemGroup.commands),
        ]
    }
}
