import Configuration
import EngineAPI
import Glibc
import Terminal

/// A login to one registry on its way: the engine tries the credentials, then they are kept.
struct Login {
    private let session: Session
    /// Decided here and never changed: the credentials go to this server and to no other.
    private let key: String
    private let stores: CredentialStores
    private let editor: ConfigEditor

    /// A longer password or token is refused, in bytes.
    private static let longestSecret = 16 << 10

    /// - Parameter server: as typed; empty for Docker Hub.
    /// - Throws: `Failure`, `CredentialError` or `ConfigWriteError` when a login could not be kept: no password may
    ///   go out then.
    init(session: Session, server: String) throws {
        self.session = session
        key = try RegistryCredentials.key(checking: server)
        editor = ConfigEditor(session.folder)
        try editor.check()
        stores = CredentialStores(config: session.config, environment: session.environment)
        try stores.checkPlace(for: key)
    }

    /// Tries the credentials that are kept already.
    ///
    /// - Returns: whether there were any and the registry takes them.
    func renew() throws -> Bool {
        guard let kept = try stores.credentials(for: key), !kept.password.isEmpty || !kept.identityToken.isEmpty else {
            return false
        }
        session.say("Trying the credentials that are kept for \(kept.username.isEmpty ? key : kept.username)")
        do {
            try send(kept)
            return true
        } catch let error as EngineError where error.status == 401 {
            session.say("The registry does not take them any more")
            return false
        }
    }

    /// Asks on the terminal for what is missing.
    func ask(username: String?, password: String?) throws {
        guard WindowSize.of(session.input) != nil else {
            throw Failure("a password is asked for on a terminal only; use --username and --password-stdin")
        }
        let prompt = Prompt(session.err, input: session.input)
        var user = username ?? ""
        if user.isEmpty {
            let known = (try? stores.credentials(for: key))?.username ?? ""
            user = try prompt.line(known.isEmpty ? "Username: " : "Username (\(known)): ") ?? ""
            while let last = user.last, last.isWhitespace { user.removeLast() }
            if user.isEmpty { user = known }
        }
        if user.isEmpty { throw Failure("a user name is needed") }
        let secret = try password ?? Self.text(prompt.hiddenBytes("Password: ") ?? [])
        try send(username: user, password: secret)
    }

    /// The password on stdin, without the line ends behind it.
    func passwordFromInput() throws -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4 << 10)
        while bytes.count <= Self.longestSecret {
            let count = read(session.input, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw Failure("cannot read stdin: \(SystemError.text(errno))") }
            if count == 0 { break }
            bytes += chunk.prefix(count)
        }
        while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { bytes.removeLast() }
        return try Self.text(bytes)
    }

    func send(username: String, password: String) throws {
        if password.isEmpty { throw Failure("a password is needed") }
        if username.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) {
            throw Failure("the user name has control characters in it")
        }
        guard username.utf8.count <= Self.longestSecret, password.utf8.count <= Self.longestSecret else {
            throw Failure("user name and password can have \(Self.longestSecret >> 10) KiB at most")
        }
        var credentials = RegistryCredentials()
        credentials.username = username
        credentials.password = password
        try send(credentials)
    }

    private func send(_ tried: RegistryCredentials) throws {
        var credentials = tried
        credentials.serverAddress = key
        let answer = try session.engine.json(.checkCredentials(credentials.json)).root
        let token = answer.text("IdentityToken")
        if !token.isEmpty {
            credentials.identityToken = token
            credentials.password = ""
        }
        if try stores.save(credentials, for: key, with: editor) {
            session.warn(
                "the credentials are in \(editor.path), not encrypted; a credential helper would keep them safe")
            if editor.isReadByOthers { session.warn("others can read \(editor.path): chmod 600 is advised") }
        }
        let status = answer.text("Status")
        try session.out.writeLine(session.out.escaped(status.isEmpty ? "Login Succeeded" : status))
    }

    private static func text(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Failure("the password is not UTF-8") }
        return text
    }
}

extension RegistryCredentials {
    /// The key for a server as typed; empty for Docker Hub.
    ///
    /// - Throws: `Failure` for what cannot be a server.
    static func key(checking server: String) throws -> String {
        if server.isEmpty { return hub }
        let key = key(ofServer: server)
        guard !key.isEmpty, key.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "@") }) else {
            throw Failure("\(server.debugDescription) is no registry: a host is needed, like registry.example.com:5000")
        }
        return key
    }
}
