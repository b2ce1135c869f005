import CommandGrammar
import Configuration

struct RegistryLogout: Action, Equatable {
    var server: String?

    static var command: Command {
        Command(
            "logout", "Forget the credentials for a registry", RegistryLogout.self,
            detail: "Without a server it is Docker Hub.",
            examples: ["tug logout registry.example.com"],
            arguments: [Argument(optional: "SERVER", \.server) { _ in .names(.registries) }])
    }

    func run(_ session: Session) throws {
        let key = try RegistryCredentials.key(checking: server ?? "")
        let editor = ConfigEditor(session.folder)
        try editor.check()
        try session.out.writeLine("Removing login credentials for \(key)")
        let others = key == RegistryCredentials.hub ? [] : ["https://\(key)", "http://\(key)"]
        let typed = server.map { [$0] } ?? []
        let stores = CredentialStores(config: session.config, environment: session.environment)
        try stores.erase(([key] + others + typed).uniqued, with: editor)
    }
}

extension [String] {
    /// Each value once, where it comes first.
    fileprivate var uniqued: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
