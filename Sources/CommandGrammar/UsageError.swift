/// Words that make no command.
public struct UsageError: Error, Equatable {
    /// What is wrong.
    public enum Problem: Error, Equatable {
        case unknownCommand(String, suggestion: String?)
        case unknownFlag(String, in: String? = nil, suggestion: String? = nil)
        case badFlagSyntax(String)
        case missingValue(String)
        case badValue(String, reason: String)
        case argumentCount(given: Int, arguments: [ArgumentSpec])
    }

    public let problem: Problem
    /// The command as typed up to the error, the program's name first: `tug container ls`.
    public let command: String

    public init(problem: Problem, command: String) {
        self.problem = problem
        self.command = command
    }

    /// 125 for flags, 1 for commands and arguments, as docker has them.
    public var status: Int32 {
        switch problem {
        case .unknownCommand, .argumentCount: 1
        case .unknownFlag, .badFlagSyntax, .missingValue, .badValue: 125
        }
    }
}

extension UsageError: CustomStringConvertible {
    /// One line that says what was wrong and what to do.
    public var description: String {
        switch problem {
        case .unknownCommand(let word, nil):
            "unknown command '\(command) \(word)'; see '\(command) --help'"
        case .unknownCommand(let word, let suggestion?):
            "unknown command '\(command) \(word)'; did you mean '\(command) \(suggestion)'?"
        case .unknownFlag(let flag, let cluster, let suggestion):
            "\(command): unknown flag \(flag)\(cluster.map { $0 == flag ? "" : " in \($0)" } ?? "")"
                + (suggestion.map { "; did you mean \($0)?" } ?? "; see '\(command) --help'")
        case .badFlagSyntax(let word):
            "\(command): \(word) is not written like a flag; see '\(command) --help'"
        case .missingValue(let flag):
            "\(command): \(flag) needs a value; see '\(command) --help'"
        case .badValue(let flag, let reason):
            "\(command): invalid value for \(flag): \(reason)"
        case .argumentCount(let given, let arguments):
            "\(command): \(Self.complaint(given: given, arguments)); see '\(command) --help'"
        }
    }

    private static func complaint(given: Int, _ arguments: [ArgumentSpec]) -> String {
        let wanted = arguments.map(\.usage).joined(separator: " ")
        if arguments.isEmpty { return "takes no arguments, but \(given) \(given == 1 ? "was" : "were") given" }
        return "takes \(wanted), but \(given == 0 ? "nothing" : "\(given) word\(given == 1 ? "" : "s")") was given"
    }
}
