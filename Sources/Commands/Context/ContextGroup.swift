/// The commands of `tug context`.
enum ContextGroup {
    static var commands: [Command] { [ContextInspect.command, ContextList.command] }
}
