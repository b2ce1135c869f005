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
            ImageBuild.command,
            ContainerList.command.named("ps"),
        ]
    }

    private static var groups: [Command] {
        [
            Command(group: "builder", "Manage builds", since: "1.31", BuilderGroup.commands),
            Command(group: "container", "Manage containers", ContainerGroup.commands),
        ]
    }
}
