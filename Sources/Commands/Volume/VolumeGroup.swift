/// The commands of `tug volume`.
enum VolumeGroup {
    static var commands: [Command] {
        [
            VolumePrune.command
        ]
    }
}
