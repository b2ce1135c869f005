import GoTemplate
import Terminal

/// A point in time as Go prints it: `2026-11-23 07:52:39.5 +0000 UTC`; `json` writes RFC 3339.
struct GoTime: TemplateObject {
    static let typeName = "time.Time"

    private static let zero = "0001-01-01T00:00:00Z"

    private let text: String
    /// Whether the engine told a time at all.
    private let isKnown: Bool
    /// nil for text that is no time, which is then shown as it is.
    private let instant: Timestamp?

    /// - Parameter text: RFC 3339; nil and empty are a time that is not known: Go's zero, but printed as nothing.
    init(_ text: String?) {
        isKnown = text?.isEmpty == false
        self.text = isKnown ? text ?? "" : Self.zero
        let isWhole = self.text.utf8.count >= Self.zero.utf8.count
        instant = isWhole ? try? Timestamp(date: self.text, in: .utc) : nil
    }

    var typeName: String { Self.typeName }
    var fieldNames: [String] { [] }

    var printedText: String? {
        guard isKnown else { return "" }
        guard instant != nil else { return text }
        return clock.map { $0 == "T" ? " " : String($0) }.joined() + decimals + " " + zone
    }

    var jsonText: TemplateValue? {
        guard instant != nil else { return .string(text) }
        return .string(clock + decimals + (offset == "+00:00" ? "Z" : offset))
    }

    func field(_ name: String) -> TemplateValue? {
        switch name {
        case "String": .string(printedText ?? text)
        case "Unix": .int(instant?.seconds ?? 0)
        case "IsZero": .bool(instant == .zero)
        default: nil
        }
    }

    /// `2026-11-23T07:52:39`.
    private var clock: String { String(text.prefix(19)) }

    /// The fraction of the second with its point, without zeros at the end.
    private var decimals: String {
        guard text.dropFirst(19).first == "." else { return "" }
        var digits = text.dropFirst(20).prefix { $0.isNumber }
        while digits.last == "0" { digits.removeLast() }
        return digits.isEmpty ? "" : ".\(digits)"
    }

    /// `Z` or `+02:00`.
    private var offset: String {
        let tail = text.dropFirst(19).drop { $0 == "." || $0.isNumber }
        return tail == "Z" ? "+00:00" : String(tail)
    }

    /// `+0000 UTC`, the local zone's name where the offset is the local one, else the offset twice.
    private var zone: String {
        let offset = offset.filter { $0 != ":" }
        if offset == "+0000" { return "+0000 UTC" }
        let local = instant?.zonedText().split(separator: " ").suffix(2).joined(separator: " ") ?? ""
        return local.hasPrefix(offset) ? local : "\(offset) \(offset)"
    }
}
