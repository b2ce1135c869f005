import CommandGrammar
import EngineAPI
import Terminal

/// A command that could not do its work, said in one line.
struct Failure: Error, Equatable {
    let message: String
    let status: Int32

    init(_ message: String, status: Int32 = 1) {
        self.message = message
        self.status = status
    }
}

extension Failure {
    /// An engine too old for something: names it, the version and the release that have it, and those at hand.
    init(_ subject: String, needs version: APIVersion, but ping: EnginePing) {
        let has = ping.isPinned ? "DOCKER_API_VERSION pins" : "this engine speaks"
        self.init("\(subject) needs \(version.named), but \(has) \(ping.version.named)")
    }
}

extension APIVersion {
    /// `API 1.25 (Docker 1.13)`
    fileprivate var named: String { "API \(self)" + (release.map { " (Docker \($0))" } ?? "") }
}

/// The end of a command whose exit status says it all: what had to be said was said.
struct ExitStatus: Error, Equatable {
    let code: Int32
}

/// An error of a command that owns the exit status: `run` ends with 125 whatever the cause.
struct Because: Error {
    let cause: any Error
    let status: Int32
}

/// What a person and a script learn of an error: the one place where errors become prose and status.
struct Verdict {
    /// The line for stderr, without a newline; nil to say nothing.
    let line: String?
    let status: Int32

    init(_ error: any Error) {
        switch error {
        case let error as ExitStatus: (line, status) = (nil, error.code)
        case let error as Because: (line, status) = (Verdict(error.cause).line, error.status)
        case let error as Failure: (line, status) = ("tug: \(error.message)", error.status)
        case let error as UsageError: (line, status) = ("\(error)", error.status)
        case let error as NoSuchObject: (line, status) = (error.description, 1)
        case let error as EngineError: (line, status) = (error.description, 1)
        default: (line, status) = ("tug: \(error)", 1)
        }
    }
}
