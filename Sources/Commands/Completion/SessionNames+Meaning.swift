import CommandGrammar

extension SessionNames {
    /// The placeholders of our usage lines.
    func meaning(of placeholder: String) -> Completion? {
        switch placeholder.prefix(while: { $0 != "[" && $0 != ":" }) {
        case "CONFIG": .names(.configs)
        case "CONTAINER": .names(.containers)
        case "CONTEXT", "context": .names(.contexts)
        case "IMAGE", "SOURCE_IMAGE", "TARGET_IMAGE", "NAME", "REPOSITORY": .names(.images)
        case "NETWORK": .names(.networks)
        case "NODE": .names(.nodes)
        case "PLUGIN": .names(.plugins)
        case "SECRET": .names(.secrets)
        case "SERVICE": .names(.services)
        case "STACK": .names(.stacks)
        case "VOLUME": .names(.volumes)
        case "file", "path", "file|URL|-": .files
        case "folder", "DIRECTORY", "PLUGIN-DATA-DIR": .folders
        case "os/arch": .platforms
        default: nil
        }
    }
}
