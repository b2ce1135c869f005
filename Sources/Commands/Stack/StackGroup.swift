/// The commands of `tug stack`.
enum StackGroup {
    static var commands: [Command] { [StackList.command, StackServices.command, StackTasks.command] }
}
