/// The commands of `tug container`.
enum ContainerGroup {
    static var commands: [Command] {
        [
            ContainerCreate.command,
            ContainerList.command,
            ContainerPrune.command,
        ]
    }
}
