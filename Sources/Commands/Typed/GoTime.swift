import GoTemplate
import Terminal

/// A point in time as Go prints it: `2026-11-23 07:52:39.5 +0000 UTC`; `json` writes what the engine sent.
struct GoTime: TemplateObject {
    static let typeName = "time.Time"

    private let text: String

    /// - Parameter text: RFC 3339; nil or empty is Go's zero time.
    init(_ text: String?) {
        self.text = text.flatMap { $0.isEmpty ? nil : $0 } ?? "0001-01-01T00:00:00Z"
    }

    var typeName: String { Self.typeName }
    var fieldNames: [String] { [] }
    var jsonText: TemplateValue? { .string(text) }

    var printedText: String? {
        guard text.utf8.count >= 20, let instant = try? Timestamp(date: text, in: .utc) else { return text }
        let zone = Substring(text).suffix(while: { $0 != "Z" && $0 != "+" && $0 != "-" })
        let fraction = text.split(separator: ".", maxSplits: 1).dropFirst().first?.prefix { $0.isNumber } ?? ""
        let trimmed = String(fraction.trimmingZeros)
        let clock = text.prefix(19).replacingT
        let decimals = trimmed.isEmpty ? "" : ".\(trimmed)"
        return clock + decimals + " " + Self.zoneText(text, zone: String(zone), instant)
    }

    func field(_ name: String) -> TemplateValue? {
        let instant = try? Timestamp(date: text, in: .utc)
        switch name {
        case "String": return .string(printedText ?? text)
        case "Unix": return .int(instant?.seconds ?? 0)
        case "IsZero": return .bool(instant == .zero)
        default: return nil
        }
    }

    /// `+0000 UTC`, the local zone's name where it is meant, else the offset twice.
    private static func zoneText(_ text: String, zone: String, _ instant: Timestamp) -> String {
        guard text.last != "Z" else { return "+0000 UTC" }
        let sign = text.utf8.dropLast(5).last == UInt8(ascii: "-") ? "-" : "+"
        let offset = sign + zone.filter { $0 != ":" }
        let local = instant.zonedText().split(separator: " ").suffix(2).joined(separator: " ")
        if local.hasPrefix(offset) { return local }
        return offset == "+0000" ? "+0000 UTC" : "\(offset) \(offset)"
    }
}

extension Substring {
    fileprivate func suffix(while holds: (Character) -> Bool) -> Substring {
        var start = endIndex
        while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }

    fileprivate var trimmingZeros: Substring {
        var text = self
        while text.last == "0" { text.removeLast() }
        return text
    }

    fileprivate var replacingT: String { String(map { $0 == "T" ? " " : $0 }) }
}
