import Foundation
import Testing

/// One row of the version history and how it is shown, as the files in `Rows` and `Gates` tell it. By the first word
/// of a line:
///
///     row v1.25-01 text       a row; what follows belongs to it
///     on 1.24                 from here: an engine made of records that speaks this version
///     on real 1.24            from here: the real engine, behind a proxy that makes it speak no more than this
///     on real =1.24           from here: the real engine, asked with this version by DOCKER_API_VERSION
///     on remapped …           … the same with user namespaces and experimental features
///     env NAME=VALUE          from here, to the end of the row: a variable of the environment
///     in text                 a line of standard input of the last command; `\r` in it is a carriage return
///     tty 24x80               standard input of the last command is a terminal of so many rows and columns
///     see Tests               the tests of the real engine that show what a row cannot
///     $ tug words             a command; quotes as in a shell; {dir} is a folder of the test's own, {socket} and {tcp}
///                             are where the engine listens
///     sh words                a line of a shell, whose DOCKER_HOST is the engine; {engine} is the real one's own socket
///     > GET /path?query       it must have sent this, after those before; no version, percent-encoding undone
///     >~ text                 … with this in its body
///     >h Name: value          … with this header
///     >- text                 no request has this in its line or body
///     >0                      nothing was sent, but for the question for the version
///     >> GET /v2/             the real engine must have asked this of the registry at {registry}
///     >? GET /_ping           the version was asked for by this; all such requests, in order
///     < 200 body              what the made engine, or the registry, answers to the last `>`, `>?` or `>>`; `<< text`
///                             goes on with its body
///     < 0                     … or it hangs up
///     <h Name: value          … with a header; `<1 text` and `<2 text` are frames of stdout and stderr
///     | text   ! text         a line of stdout, of stderr: all of them, in order
///     |~ text  !~ text        one of its lines is like this
///     |- text  !- text        none of its lines has this in it
///     |*       !*             whatever there is
///     = 1                     the exit status
///
/// `…` in a text stands for anything; names that begin with `tugv-` are the run's own.
struct Row: Sendable, CustomTestStringConvertible {
    struct Answer: Sendable {
        var request: String
        var status: Int
        var headers: [String] = []
        var body: [UInt8]
        /// To a question for the version.
        var isNegotiation = false
        /// Of the registry, to the engine.
        var isOfRegistry = false

        /// The status line and the headers, without the length.
        var head: [String] {
            let isJSON = body.first == UInt8(ascii: "{") || body.first == UInt8(ascii: "[")
            let type = "Content-Type: " + (isJSON ? "application/json" : "text/plain")
            let hasType = headers.contains { $0.lowercased().hasPrefix("content-type: ") }
            return ["HTTP/1.1 \(status) Scripted"] + (hasType ? [] : [type]) + headers
        }
    }

    struct Asked: Sendable {
        var line: String
        var body: [String] = []
        var headers: [String] = []
        /// By the engine, of the registry.
        var isByEngine = false
    }

    struct Lines: Sendable {
        var all: [String] = []
        var some: [String] = []
        var none: [String] = []
        var isFree = false
    }

    struct Case: Sendable {
        var engine: EngineChoice
        var environment: [String: String]
        var line: String
        /// Whether a shell runs the line.
        var isShell = false
        var input = ""
        /// Rows and columns.
        var terminal: (Int, Int)?
        var negotiation: [String] = []
        var asked: [Asked] = []
        var unasked: [String] = []
        var asksNothing = false
        var answers: [Answer] = []
        var out = Lines()
        var err = Lines()
        var status: Int32 = 0

        var words: [String] { Array(Self.shellWords(line).dropFirst()) }

        private static func shellWords(_ line: String) -> [String] {
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
            return words + (word.map { [$0] } ?? [])
        }
    }

    enum EngineChoice: Sendable, Hashable {
        case made(String)
        case proxied(String, RealEngine)
        case pinned(String, RealEngine)

        /// The engine behind it that nobody made up.
        var real: RealEngine? {
            switch self {
            case .made: nil
            case .proxied(_, let engine), .pinned(_, let engine): engine
            }
        }

        var isReal: Bool { real != nil }
    }

    var id: String
    var fact: String
    var cases: [Case] = []
    /// The suites of EngineTests that show the rest on the real engine.
    var elsewhere: [String] = []

    var testDescription: String { "\(id) \(fact)" }

    /// The rows of a folder's files, in order.
    static func all(in folder: String) throws -> [Row] {
        let folder = Files.folder.appendingPathComponent(folder)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var rows: [Row] = []
        for file in files.filter({ $0.pathExtension == "txt" }).sorted(by: { $0.path < $1.path }) {
            var setting = Setting()
            for (number, line) in try text(of: file).components(separatedBy: "\n").enumerated() {
                guard setting.read(line, &rows) else {
                    throw Problem("\(file.lastPathComponent):\(number + 1): \(line)")
                }
            }
        }
        return rows
    }

    /// What names of things on the real engine begin with: another run's are left alone.
    static let prefix = "tugv\(getpid())-"

    private static func text(of file: URL) throws -> String {
        try String(contentsOf: file, encoding: .utf8).replacing("tugv-", with: prefix)
            .replacing("{registry}", with: FakeRegistry.shared.address)
    }

    private struct Setting {
        var engine = EngineChoice.made("1.41")
        var environment: [String: String] = [:]

        mutating func read(_ line: String, _ rows: inout [Row]) -> Bool {
            let mark = String(line.prefix { $0 != " " })
            let text = String(line.dropFirst(mark.count + 1))
            switch mark {
            case "", "#": return true
            case "row":
                let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
                rows.append(Row(id: parts.first ?? "", fact: parts.count > 1 ? parts[1] : ""))
                environment = [:]
            case "on":
                let words = text.split(separator: " ").map(String.init)
                if words.count == 2, let real = RealEngine(rawValue: words[0]) {
                    let isPinned = words[1].hasPrefix("=")
                    engine = isPinned ? .pinned(String(words[1].dropFirst()), real) : .proxied(words[1], real)
                } else {
                    engine = .made(text)
                }
            case "env":
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                environment[parts[0]] = parts.count > 1 ? parts[1] : ""
            case "see":
                guard !rows.isEmpty else { return false }
                rows[rows.count - 1].elsewhere.append(text)
            case "$", "sh":
                guard !rows.isEmpty else { return false }
                rows[rows.count - 1].cases.append(
                    Case(engine: engine, environment: environment, line: text, isShell: mark == "sh"))
            default:
                guard let last = rows.last?.cases.indices.last else { return false }
                return Self.read(mark, text, &rows[rows.count - 1].cases[last])
            }
            return true
        }

        private static func read(_ mark: String, _ text: String, _ this: inout Case) -> Bool {
            switch mark {
            case "in": this.input += text.replacing("\\r", with: "\r") + "\n"
            case "tty":
                let sides = text.split(separator: "x").compactMap { Int($0) }
                guard sides.count == 2 else { return false }
                this.terminal = (sides[0], sides[1])
            case ">?": this.negotiation.append(text)
            case ">", ">>": this.asked.append(Asked(line: text, isByEngine: mark == ">>"))
            case ">~":
                if this.asked.isEmpty { return false } else { this.asked[this.asked.count - 1].body.append(text) }
            case ">h":
                if this.asked.isEmpty { return false } else { this.asked[this.asked.count - 1].headers.append(text) }
            case ">-": this.unasked.append(text)
            case ">0": this.asksNothing = true
            case "<":
                let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
                let isNegotiation = this.asked.isEmpty && !this.negotiation.isEmpty
                guard let request = isNegotiation ? this.negotiation.last : this.asked.last?.line,
                    let status = Int(parts[0])
                else { return false }
                this.answers.append(
                    Answer(
                        request: request, status: status, body: Array((parts.count > 1 ? parts[1] : "").utf8),
                        isNegotiation: isNegotiation, isOfRegistry: this.asked.last?.isByEngine == true))
            case "<<", "<1", "<2", "<h":
                guard let last = this.answers.indices.last else { return false }
                let bytes = Array((text + "\n").utf8)
                switch mark {
                case "<<": this.answers[last].body += bytes
                case "<h": this.answers[last].headers.append(text)
                default:
                    this.answers[last].body += [mark == "<1" ? 1 : 2, 0, 0, 0, 0, 0, 0, UInt8(bytes.count)] + bytes
                }
            case "|": this.out.all.append(text)
            case "|~": this.out.some.append(text)
            case "|-": this.out.none.append(text)
            case "|*": this.out.isFree = true
            case "!": this.err.all.append(text)
            case "!~": this.err.some.append(text)
            case "!-": this.err.none.append(text)
            case "!*": this.err.isFree = true
            case "=": this.status = Int32(text) ?? -1
            default: return false
            }
            return true
        }
    }
}

/// Texts in which `…` stands for anything.
enum Pattern {
    static func matches(_ pattern: String, _ text: String) -> Bool {
        let pieces = pattern.components(separatedBy: "…")
        guard pieces.count > 1 else { return pattern == text }
        guard text.hasPrefix(pieces[0]) else { return false }
        var rest = text.dropFirst(pieces[0].count)
        for piece in pieces.dropFirst().dropLast() {
            guard let found = rest.firstRange(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(pieces[pieces.count - 1])
    }

    static func isFound(_ pattern: String, in text: String) -> Bool { matches("…\(pattern)…", text) }
}

extension Sequence<Row> {
    /// The engines of their cases, in order: `1.24, real 1.25`.
    var engines: String {
        var names: [String] = []
        for this in flatMap(\.cases) where !names.contains("\(this.engine)") { names.append("\(this.engine)") }
        names += flatMap(\.elsewhere).map { "real by \($0)" }
        return names.joined(separator: ", ")
    }
}

extension Row.EngineChoice: CustomStringConvertible {
    /// 24 of 1.24.
    var minor: Int {
        switch self {
        case .made(let version), .proxied(let version, _), .pinned(let version, _):
            version.split(separator: ".").last.flatMap { Int($0) } ?? 0
        }
    }

    var description: String {
        switch self {
        case .made(let version): version
        case .proxied(let version, let engine): "\(engine) as \(version)"
        case .pinned(let version, let engine): "\(engine) at \(version)"
        }
    }
}

extension [Row.Answer] {
    /// The next answer to a request, which is given once.
    mutating func take(for request: Sent) -> Row.Answer? {
        let answers = { (answer: Row.Answer) in
            answer.isNegotiation == request.isNegotiation && Pattern.matches(answer.request, request.line)
        }
        return firstIndex(where: answers).map { remove(at: $0) }
    }
}
