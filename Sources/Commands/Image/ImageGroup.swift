/// The commands of `tug image`.
enum ImageGroup {
    static var commands: [Command] {
        [
            ImageInspect.command
        ]
    }
}
