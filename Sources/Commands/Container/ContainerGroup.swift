/// The commands of `tug container`.
enum ContainerGroup {
    static var commands: [Command] {
        [
            ContainerDiff.command,
            ContainerKill.command,
            ContainerList.command,
            ContainerPause.command,
            ContainerPort.command,
            ContainerRemove.command,
            ContainerRename.command,
            ContainerRestart.command,
            ContainerStop.command,
            ContainerTop.command,
            ContainerUnpause.command,
        ]
    }
}
