/// The commands of `tug service`.
enum ServiceGroup {
    static var commands: [Command] { [ServiceInspect.command, ServiceList.command, ServiceTasks.command] }
}
