/// The commands of `tug container`.
enum ContainerGroup {
    static var commands: [Command] {
        [
            ContainerAttach.command,
            ContainerCommit.command,
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
            ContainerStats.command,
            ContainerStop.command,
            ContainerTop.command,
            ContainerUnpause.command,
            ContainerUpdate.command,
            ContainerWait.command,
        ]
    }
}
