import Foundation

/// One command line, what the engine is to be asked, what it answers, and what a person must see.
///
/// The lines of a conversation file, by their first characters:
///
///     # text              a comment
///     engine 1.41         from here on: the API version that `_ping` tells (answered unseen); `none` shows the ping
///     env NAME=value      from here on: a variable of the environment
///     in text             a line of standard input
///     $ tug ps -q         the command line; quotes as in a shell
///     > GET /path?query   the next request, percent-encoding undone (or exactly as sent)
///     > Name: value       a header that it must have
///     >> text             its body, exactly
///     >| text             a line sent on the connection after its upgrade, before it is half-closed
///     >t name: text       its body is a tar archive whose next member is this, with this first line
///     < 200               the answer's status
///     < Name: value       a header of the answer
///     << text             a line of its body
///     <1 text  <2 text    a line of its body in a frame of stdout or stderr
///     <3 text             a frame of the engine's own that ends the stream
///     <!                  the answer comes before the request's body has been read
///     <~                  the connection is cut here, before the announced end
///     | text              a line of stdout; ␍ stands for a carriage return
///     ! text              a line of stderr
///     = 0                 the exit status
struct Conversation: Sendable {
    struct Exchange: Sendable {
        var request: String
        var requestHeaders: [String] = []
        var requestBody: [String] = []
        /// What comes on the connection after the upgrade; nil when nobody listens.
        var input: String?
        var requestMembers: [String] = []
        var status = 200
        var headers: [String] = []
        var body: [UInt8] = []
        var isCut = false
        var isEarly = false
    }

    var name: String
    var engine: String? = "1.41"
    var environment: [String: String] = [:]
    var input = ""
    var words: [String] = []
    var exchanges: [Exchange] = []
    var out: [String] = []
    var err: [String] = []
    var status: Int32 = 0

    /// Reads all conversations of a file.
    static func all(in file: URL) throws -> [Conversation] {
        var conversations: [Conversation] = []
        var setting = Conversation(name: "")
        for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
            if line.hasPrefix("$ ") {
                var next = setting
                next.name = "\(file.lastPathComponent): \(line.dropFirst(2))"
                next.words = Array(shellWords(String(line.dropFirst(2))).dropFirst())
                conversations.append(next)
            } else if line.hasPrefix("engine ") || line.hasPrefix("env ") {
                try setting.read(line)
            } else if conversations.isEmpty {
                try setting.read(line)
            } else {
                try conversations[conversations.count - 1].read(line)
            }
        }
        return conversations
    }

    private mutating func read(_ line: String) throws {
        let rest = String(line.drop { $0 != " " }.dropFirst())
        switch line.prefix(while: { $0 != " " }) {
        case "", "#": break
        case "engine": engine = rest == "none" ? nil : rest
        case "env":
            let parts = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            environment[parts[0]] = parts.last ?? ""
        case "in": input += rest + "\n"
        case ">" where rest.contains(": "): try edit { $0.requestHeaders.append(rest) }
        case ">": exchanges.append(Exchange(request: rest))
        case ">>": try edit { $0.requestBody.append(rest) }
        case ">|": try edit { $0.input = ($0.input ?? "") + rest + "\n" }
        case ">t": try edit { $0.requestMembers.append(rest) }
        case "<!": try edit { $0.isEarly = true }
        case "<" where rest.contains(": "): try edit { $0.headers.append(rest) }
        case "<": try edit { $0.status = Int(rest) ?? 0 }
        case "<<": try edit { $0.body += Array((rest + "\n").utf8) }
        case "<1": try edit { $0.body += Self.frame(1, rest + "\n") }
        case "<2": try edit { $0.body += Self.frame(2, rest + "\n") }
        case "<3": try edit { $0.body += Self.frame(3, rest + "\n") }
        case "<~": try edit { $0.isCut = true }
        case "|": out.append(rest)
        case "!": err.append(rest)
        case "=": status = Int32(rest) ?? -1
        default: throw ConversationError(line: line)
        }
    }

    private mutating func edit(_ change: (inout Exchange) -> Void) throws {
        guard !exchanges.isEmpty else { throw ConversationError(line: "an answer before a request") }
        change(&exchanges[exchanges.count - 1])
    }

    private static func frame(_ stream: UInt8, _ text: String) -> [UInt8] {
        let length = UInt32(text.utf8.count)
        return [stream, 0, 0, 0] + withUnsafeBytes(of: length.bigEndian, Array.init) + Array(text.utf8)
    }

    /// Splits at blanks outside quotes.
    static func shellWords(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let done = word { words.append(done) }
        return words
    }
}

struct ConversationError: Error { let line: String }
