/// The commands of `tug secret`.
enum SecretGroup {
    static var commands: [Command] { [SecretInspect.command, SecretList.command] }
}
