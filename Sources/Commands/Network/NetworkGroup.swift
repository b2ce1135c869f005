/// The commands of `tug network`.
enum NetworkGroup {
    static var commands: [Command] {
        [
            NetworkPrune.command
        ]
    }
}
