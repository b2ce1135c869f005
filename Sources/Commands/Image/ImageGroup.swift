/// The commands of `tug image`.
enum ImageGroup {
    static var commands: [Command] {
        [
            ImageBuild.command,
            ImageHistory.command,
            ImageImport.command,
            ImageInspect.command,
            ImageList.command,
            ImageLoad.command,
            ImagePrune.command,
            ImagePull.command,
            ImageRemove.command,
            ImageSave.command,
            ImageTag.command,
        ]
    }
}
