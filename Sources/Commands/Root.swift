import CommandGrammar

/// The whole tree of commands.
enum Root {
    static let tree = Tree<Session, GlobalOptions>(
        "tug", "A command line for container engines, old and new", flags: GlobalOptions.flags,
        commands: commands, common: common)

    /// What the shortest help shows.
    private static let common = [
        "run", "ps", "exec", "logs", "start", "stop", "rm", "build", "images", "pull", "push", "login", "inspect",
        "info", "version",
    ]

    /// The short paths first: what people type most. One list, since joining two copies both in every start.
    private static var commands: [Command] {
        [
            CompleteWords.command,
            ContainerAttach.command,
            ContainerCommit.command,
            ContainerCopy.command,
            ContainerCreate.command,
            ContainerDiff.command,
            ContainerExec.command,
            ContainerExport.command,
            ContainerKill.command,
            ContainerLogs.command,
            ContainerPause.command,
            ContainerPort.command,
            ContainerRename.command,
            ContainerRestart.command,
            ContainerRun.command,
            ContainerStart.command,
            ContainerStats.command,
            ContainerStop.command,
            ContainerTop.command,
            ContainerUnpause.command,
            ContainerUpdate.command,
            ContainerWait.command,
            ImageBuild.command,
            ImageHistory.command,
            ImageImport.command,
            ImageLoad.command,
            ImagePull.command,
            ImagePush.command,
            ImageSave.command,
            ImageSearch.command,
            ImageTag.command,
            ObjectInspect.command,
            RegistryLogin.command,
            RegistryLogout.command,
            SystemEvents.command,
            SystemInfo.command,
            SystemVersion.command,
            ImageList.command.named("images"),
            ContainerList.command.named("ps"),
            ContainerRemove.command.named("rm"),
            ImageRemove.command.named("rmi"),
            Command(group: "builder", "Manage builds", BuilderGroup.commands),
            Command(
                group: "checkpoint", "Manage checkpoints of containers", since: "1.25", CheckpointGroup.commands),
            Command(
                group: "completion", "Print completion scripts for shells",
                examples: ["source <(tug completion bash)"], CompletionGroup.commands),
            Command(group: "config", "Look at the configs of a swarm", since: "1.30", ConfigGroup.commands),
            Command(group: "container", "Manage containers", ContainerGroup.commands),
            Command(group: "context", "Look at stored contexts", ContextGroup.commands),
            Command(group: "image", "Manage images", ImageGroup.commands),
            Command(group: "network", "Manage networks", since: "1.21", NetworkGroup.commands),
            Command(group: "node", "Look at the nodes of a swarm", since: "1.24", NodeGroup.commands),
            Command(group: "plugin", "Manage plugins", since: "1.25", PluginGroup.commands),
            Command(group: "secret", "Look at the secrets of a swarm", since: "1.25", SecretGroup.commands),
            Command(group: "service", "Look at the services of a swarm", since: "1.24", ServiceGroup.commands),
            Command(group: "stack", "Look at stacks of services", since: "1.25", StackGroup.commands),
            Command(group: "system", "Manage the engine", SystemGroup.commands),
            Command(group: "volume", "Manage volumes", since: "1.21", VolumeGroup.commands),
        ]
    }
}
