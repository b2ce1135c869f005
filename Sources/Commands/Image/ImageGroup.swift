/// The commands of `tug image`.
enum ImageGroup {
    static var commands: [Command] {
        [
            ImageBuild.command,
            ImageHistory.command,
            ImageInspect.command,
            ImageList.command,
            ImagePrune.command,
            ImagePull.command,
            ImageRemove.command,
            ImageTag.command,
        ]
    }
}
