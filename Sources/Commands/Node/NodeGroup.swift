/// The commands of `tug node`.
enum NodeGroup {
    static var commands: [Command] { [NodeInspect.command, NodeList.command, NodeTasks.command] }
}
