import GoTemplate
import Terminal

/// A length of time as Go prints it: `1m30s`; `json` writes nanoseconds.
struct GoSpan: TemplateObject {
    static let typeName = "time.Duration"

    let nanoseconds: Int64

    var typeName: String { Self.typeName }
    var fieldNames: [String] { [] }
    var printedText: String? { GoDuration.print(nanoseconds) }
    var jsonText: TemplateValue? { .int(nanoseconds) }

    func field(_ name: String) -> TemplateValue? {
        switch name {
        case "String": .string(GoDuration.print(nanoseconds))
        case "Nanoseconds": .int(nanoseconds)
        case "Seconds": .float(Double(nanoseconds) / 1e9)
        default: nil
        }
    }
}
