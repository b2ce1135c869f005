/// How a listing is to be printed: the one switch over output formats.
enum ListFormat: Equatable {
    case table
    /// `table TEMPLATE`: aligned, with a heading line.
    case tableTemplate(String)
    case template(String)
    case json
    case quiet
    case raw(quiet: Bool)

    /// - Parameters:
    ///   - format: the text of `--format`; empty counts as not given.
    ///   - configured: the template of the configuration file, used when nothing was typed.
    ///   - hasRaw: whether the listing knows `raw`.
    init(_ format: String?, configured: String?, quiet: Bool, hasRaw: Bool) {
        let typed = format.flatMap { $0.isEmpty ? nil : $0 }
        switch typed ?? (quiet ? nil : configured) ?? "table" {
        case "table": self = quiet ? .quiet : .table
        case "json": self = .json
        case "raw" where hasRaw: self = .raw(quiet: quiet)
        case let text where text.hasPrefix("table"):
            self = .tableTemplate(text.dropFirst("table".count).trimmingSpaces.interpretingTabs)
        case let text: self = .template(text.trimmingSpaces.interpretingTabs)
        }
    }
}

extension StringProtocol {
    fileprivate var trimmingSpaces: String {
        var view = Substring(self)
        while view.first == " " { view.removeFirst() }
        while view.last == " " { view.removeLast() }
        return String(view)
    }
}

extension String {
    /// The two-character sequences `\t` and `\n` stand for a tab and a newline in the formats of lists.
    fileprivate var interpretingTabs: String {
        var text = ""
        var rest = self[...]
        while let character = rest.popFirst() {
            switch (character, rest.first) {
            case ("\\", "t"): text.append("\t")
            case ("\\", "n"): text.append("\n")
            default:
                text.append(character)
                continue
            }
            rest.removeFirst()
        }
        return text
    }
}
