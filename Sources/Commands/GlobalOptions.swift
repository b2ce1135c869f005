import CommandGrammar

/// The flags that stand before the command.
struct GlobalOptions: Equatable {
    var config: String?
    var context: String?
    var debug = false
    var hosts: [String] = []
    /// Checked and otherwise without effect: tug keeps no log.
    var logLevel = "info"
    var tls = false
    var tlsCA: String?
    var tlsCertificate: String?
    var tlsKey: String?
    var tlsVerify: Bool?
    var version = false

    static let logLevels = ["debug", "info", "warn", "warning", "error", "fatal", "panic", "trace"]

    static var flags: [Flag<GlobalOptions>] {
        [
            Flag(
                "config", \.config, "Folder of the client's configuration files (default ~/.docker)",
                completing: .folders),
            Flag("context", short: "c", \.context, "Stored context whose engine to use", completing: .names(.contexts)),
            Flag("debug", short: "D", \.debug, "Say more about what goes on"),
            Flag(
                "host", short: "H", \.hosts, "Address of the engine", value: "host",
                completing: .words([
                    Candidate("unix://", isOpen: true), Candidate("tcp://", isOpen: true),
                    Candidate("ssh://", isOpen: true),
                ])),
            Flag(
                "log-level", short: "l", \.logLevel, "How much to log: debug, info, warn, error, fatal",
                completing: .words(of: GlobalOptions.logLevels)),
            Flag("tls", \.tls, "Encrypt the connection without checking who answers"),
            Flag("tlscacert", \.tlsCA, "Trust only certificates signed by this authority", completing: .files),
            Flag("tlscert", \.tlsCertificate, "Certificate to show to the engine", completing: .files),
            Flag("tlskey", \.tlsKey, "Key of that certificate", completing: .files),
            Flag("tlsverify", \.tlsVerify, "Encrypt the connection and check who answers"),
            Flag("version", short: "v", \.version, "Print tug's version and leave"),
        ]
    }
}
