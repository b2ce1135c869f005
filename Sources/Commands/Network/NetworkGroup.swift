/// The commands of `tug network`.
enum NetworkGroup {
    static var commands: [Command] {
        [
            NetworkInspect.command,
            NetworkPrune.command,
        ]
    }
}
