/// The commands of `tug container`.
enum ContainerGroup {
    static var commands: [Command] {
        [
            ContainerList.command,
            ContainerPrune.command,
        ]
    }
}
