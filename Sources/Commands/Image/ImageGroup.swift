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
            ImagePush.command,
            ImageRemove.command,
            ImageSave.command,
            ImageTag.command,
        ]
    }
}
