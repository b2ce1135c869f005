/// The commands of `tug volume`.
enum VolumeGroup {
    static var commands: [Command] {
        [
            VolumeInspect.command,
            VolumePrune.command,
        ]
    }
}
