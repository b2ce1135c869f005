/// The commands of `tug container`.
enum ContainerGroup {
    static var commands: [Command] {
        [
            ContainerCopy.command,
            ContainerCreate.command,
            ContainerDiff.command,
            ContainerExport.command,
            ContainerInspect.command,
            ContainerKill.command,
            ContainerList.command,
            ContainerPause.command,
            ContainerPort.command,
            ContainerPrune.command,
            ContainerRemove.command,
            ContainerRename.command,
            ContainerRestart.command,
            ContainerStop.command,
            ContainerTop.command,
            ContainerUnpause.command,
        ]
    }
}
