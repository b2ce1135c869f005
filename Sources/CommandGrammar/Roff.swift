/// Text in the language of manual pages (groff_man(7)).
struct Roff {
    private(set) var text = ""
    private var isBelowHeading = false

    /// A line as it is, most often a request.
    mutating func request(_ line: String) {
        text += line + "\n"
        isBelowHeading = false
    }

    mutating func heading(_ title: String) {
        request(".SH \(Self.escape(title.uppercased()))")
        isBelowHeading = true
    }

    mutating func subheading(_ title: String) {
        request(".SS \(Self.escape(title))")
        isBelowHeading = true
    }

    /// Running text, broken into lines that editors and mandoc's lint like.
    mutating func line(_ words: String) {
        var line = ""
        for word in Self.escape(words).split(separator: " ") {
            if !line.isEmpty, line.utf8.count + word.utf8.count > 77 {
                plain(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        plain(line)
    }

    /// A line that no request begins.
    private mutating func plain(_ escaped: String) {
        request((escaped.hasPrefix(".") || escaped.hasPrefix("\\(aq") ? "\\&" : "") + escaped)
    }

    mutating func paragraph(_ words: String) {
        begin()
        line(words)
    }

    /// Begins a paragraph, unless a heading has just done so.
    private mutating func begin() {
        if !isBelowHeading { request(".PP") }
    }

    /// What is explained, as roff text, and its explanation.
    mutating func term(_ term: String, _ lines: [String]) {
        request(".TP")
        request(term)
        for words in lines { line(words) }
    }

    /// Lines that stay as they are.
    mutating func example(_ lines: [String]) {
        begin()
        request(".RS 4")
        request(".EX")
        for words in lines { plain(Self.escape(words)) }
        request(".EE")
        request(".RE")
    }

    static func bold(_ words: String) -> String { "\\fB\(escape(words))\\fR" }
    static func italic(_ words: String) -> String { "\\fI\(escape(words))\\fR" }

    /// A dash stays one that a terminal can copy, and quotes stay straight.
    static func escape(_ words: String) -> String {
        var escaped = ""
        for character in words {
            switch character {
            case "\\": escaped += "\\e"
            case "-": escaped += "\\-"
            case "'": escaped += "\\(aq"
            case "`": escaped += "\\(ga"
            case "^": escaped += "\\(ha"
            case "~": escaped += "\\(ti"
            case "…": escaped += "..."
            case "≤": escaped += "<="
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
