/// The commands of `tug container`.
enum ContainerGroup {
    static var commands: [Command] {
        [
            ContainerInspect.command,
            ContainerList.command,
        ]
    }
}
