/// The commands of `tug image`.
enum ImageGroup {
    static var commands: [Command] {
        [
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
