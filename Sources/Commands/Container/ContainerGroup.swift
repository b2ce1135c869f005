/// The commands of `tug container`.
enum ContainerGroup {
    static var commands: [Command] {
        [
            ContainerCreate.command,
            ContainerInspect.command,
            ContainerList.command,
            ContainerPrune.command,
        ]
    }
}
