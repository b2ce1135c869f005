/// The commands of `tug container`.
enum ContainerGroup {
    static var commands: [Command] {
        [
            ContainerAttach.command,
            ContainerCopy.command,
            ContainerCreate.command,
            ContainerDiff.command,
            ContainerExec.command,
            ContainerExport.command,
            ContainerInspect.command,
            ContainerKill.command,
            ContainerList.command,
            ContainerLogs.command,
            ContainerPause.command,
            ContainerPort.command,
            ContainerPrune.command,
            ContainerRemove.command,
            ContainerRename.command,
            ContainerRestart.command,
            ContainerRun.command,
            ContainerStart.command,
            ContainerStop.command,
            ContainerTop.command,
            ContainerUnpause.command,
            ContainerWait.command,
        ]
    }
}
