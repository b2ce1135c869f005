/// The commands of `tug volume`.
enum VolumeGroup {
    static var commands: [Command] {
        [
            VolumeCreate.command,
            VolumeInspect.command,
            VolumeList.command,
            VolumePrune.command,
            VolumeRemove.command,
            VolumeUpdate.command,
        ]
    }
}
