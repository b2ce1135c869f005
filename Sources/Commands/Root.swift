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
            ContainerAttach.command,
            ContainerLogs.command,
            ContainerList.command.named("ps"),
            ContainerWait.command,
            ImageHistory.command,
            ImageList.command.named("images"),
            ContainerCreate.command,
            ContainerList.command.named("ps"),
            ImagePull.command,
            ImageRemove.command.named("rmi"),
            ImageTag.command,
        ]
    }

    private static var groups: [Command] {
        [
            Command(group: "builder", "Manage builds", BuilderGroup.commands),
            Command(group: "container", "Manage containers", ContainerGroup.commands),
            Command(group: "image", "Manage images", ImageGroup.commands),
            Command(group: "network", "Manage networks", NetworkGroup.commands),
            Command(group: "system", "Manage the engine", SystemGroup.commands),
            Command(group: "volume", "Manage volumes", VolumeGroup.commands),
        ]
    }
}
