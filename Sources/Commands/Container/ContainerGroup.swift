/// The commands of `tug container`.
enum ContainerGroup {
    static var commands: [Command] {
        [
            ContainerAttach.command,
            ContainerList.command,
            ContainerLogs.command,
            ContainerWait.command,
            ContainerCreate.command,
            ContainerList.command,
            ContainerPrune.command,
        ]
    }
}
