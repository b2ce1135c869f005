import CommandGrammar
import Configuration
import EngineAPI
import Terminal

struct RegistryLogin: Action, Equatable {
    var password: String?
    var passwordFromInput = false
    var username: String?
    var server: String?

    static var command: Command {
        Command(
            "login", "Log in to a registry", RegistryLogin.self,
            detail: "Without a server it is Docker Hub. What is not given is asked for on a terminal.",
            examples: ["tug login -u ada --password-stdin registry.example.com < password"],
            flags: [
                Flag("password", short: "p", \.password, "Password or token; others can see it while tug runs"),
                Flag("password-stdin", \.passwordFromInput, "Read the password from stdin"),
                Flag("username", short: "u", \.username, "User name"),
            ],
            arguments: [Argument(optional: "SERVER", \.server) { _ in .names(.registries) }])
    }

    func run(_ session: Session) throws {
        try check()
        if password != nil {
            session.warn("--password shows the password to everybody here; --password-stdin does not")
        }
        let login = try Login(session: session, server: server ?? "")
        if username == nil, password == nil, try login.renew() { return }
        if let secret = try password ?? (passwordFromInput ? login.passwordFromInput() : nil), let user = username {
            return try login.send(username: user, password: secret)
        }
        try login.ask(username: username, password: password)
    }

    private func check() throws {
        if passwordFromInput, password != nil { throw Failure("--password and --password-stdin exclude each other") }
        if passwordFromInput, username ?? "" == "" { throw Failure("--password-stdin needs --username") }
    }
}
