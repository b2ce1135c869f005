/// The commands of `tug builder`.
enum BuilderGroup {
    static var commands: [Command] {
        [
            BuilderPrune.command,
            ImageBuild.command,
        ]
    }
}
