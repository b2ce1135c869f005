/// The commands of `tug network`.
enum NetworkGroup {
    static var commands: [Command] {
        [
            NetworkConnect.command,
            NetworkCreate.command,
            NetworkDisconnect.command,
            NetworkInspect.command,
            NetworkList.command,
            NetworkPrune.command,
            NetworkRemove.command,
        ]
    }
}
