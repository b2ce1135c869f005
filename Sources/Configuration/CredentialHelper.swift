import Glibc
import JSON
import Terminal

/// A program that keeps credentials: `docker-credential-NAME`, asked on its standard input.
struct CredentialHelper {
    private let program: String
    private let environment: Environment

    /// More output than this is a failure, in bytes.
    private static let outputLimit = 1 << 20
    /// What fits a pipe that nobody reads yet, in bytes.
    private static let inputLimit = 60 << 10
    /// What helpers print instead of credentials they do not have.
    private static let notFound = "credentials not found in native keychain"

    init(_ name: String, _ environment: Environment) throws(CredentialError) {
        let isPlain = !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 < 0x20 || $0 == 0x7f }
        guard isPlain, !name.isEmpty, name.utf8.count <= 200 else { throw .badHelperName(name) }
        program = "docker-credential-\(name)"
        self.environment = environment
    }

    /// Asks for the credentials of one server; nil when the helper has none.
    func credentials(for server: String) throws(CredentialError) -> RegistryCredentials? {
        // A line break would be a second question to the helper.
        guard !server.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }), server.utf8.count <= 4096 else { return nil }
        let (output, isSuccess) = try run("get", input: Array(server.utf8))
        if !isSuccess {
            if String(decoding: output.prefix(1024), as: UTF8.self).contains(Self.notFound) { return nil }
            throw .helperFailed(program)
        }
        guard let answer = try? JSONDocument(output, trailing: .ignore).root, answer.kind == .object else {
            throw .helperUnreadable(program)
        }
        var credentials = RegistryCredentials()
        credentials.serverAddress = server
        if answer.text("Username") == "<token>" {
            credentials.identityToken = answer.text("Secret")
        } else {
            credentials.username = answer.text("Username")
            credentials.password = answer.text("Secret")
        }
        return credentials
    }

    /// Has the helper keep credentials; an identity token goes in a password's place.
    func store(_ credentials: RegistryCredentials, for server: String) throws(CredentialError) {
        let isToken = !credentials.identityToken.isEmpty
        let message: JSONNode = [
            "ServerURL": .string(server), "Username": .string(isToken ? "<token>" : credentials.username),
            "Secret": .string(isToken ? credentials.identityToken : credentials.password),
        ]
        guard try run("store", input: message.bytes).isSuccess else { throw .helperFailed(program) }
    }

    /// Has the helper forget the credentials of a server; that it has none is no failure.
    func erase(_ server: String) throws(CredentialError) {
        let (output, isSuccess) = try run("erase", input: Array(server.utf8))
        if isSuccess || String(decoding: output.prefix(1024), as: UTF8.self).contains(Self.notFound) { return }
        throw .helperFailed(program)
    }

    /// - Throws: `CredentialError.helperMissing`.
    func check() throws(CredentialError) {
        guard findProgram() != nil else { throw .helperMissing(program) }
    }

    /// Whether there is a program of this name.
    static func isOnPath(_ program: String, _ environment: Environment) -> Bool {
        find(program, environment) != nil
    }

    /// Runs the program with what is to be said on its standard input; its stderr is ours.
    private func run(_ verb: String, input: [UInt8]) throws(CredentialError) -> (output: [UInt8], isSuccess: Bool) {
        guard let path = findProgram() else { throw .helperMissing(program) }
        guard input.count <= Self.inputLimit else { throw .helperFailed(program) }
        var question: [Int32] = [-1, -1]
        var answer: [Int32] = [-1, -1]
        guard pipe(&question) == 0 else { throw .helperNotRun(program, errno: errno) }
        guard pipe(&answer) == 0 else {
            let error = errno
            question.forEach { _ = close($0) }
            throw .helperNotRun(program, errno: error)
        }
        for end in question + answer { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // The few bytes fit the pipe, and its reading end is still ours: this can neither wait nor raise SIGPIPE.
        _ = write(question[1], input, input.count)
        close(question[1])
        var process: pid_t = 0
        let error = spawn(path, verb, standardIn: question[0], standardOut: answer[1], &process)
        close(question[0])
        close(answer[1])
        defer { close(answer[0]) }
        guard error == 0 else { throw .helperNotRun(program, errno: error) }
        TerminalKeeper.endOnExit(process)
        let output = readAll(answer[0])
        if output == nil { kill(process, SIGKILL) }
        let status = TerminalKeeper.wait(for: process)
        guard let output else { throw .helperUnreadable(program) }
        return (output, status == 0)
    }

    private func spawn(
        _ path: String, _ verb: String, standardIn: Int32, standardOut: Int32, _ process: inout pid_t
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, standardIn, 0)
        posix_spawn_file_actions_adddup2(&actions, standardOut, 1)
        let words: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(verb), nil]
        defer { words.forEach { free($0) } }
        return posix_spawn(&process, path, &actions, nil, words, environ)
    }

    /// Looks the program up in the absolute folders of `PATH`; a relative one could be anybody's.
    private func findProgram() -> String? { Self.find(program, environment) }

    private static func find(_ program: String, _ environment: Environment) -> String? {
        let folders = (environment.nonEmpty("PATH") ?? "/usr/bin:/bin").split(separator: ":")
        return folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
    }

    private func readAll(_ descriptor: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return count == 0 ? bytes : nil }
            bytes += chunk.prefix(count)
            if bytes.count > Self.outputLimit { return nil }
        }
    }
}
