import Foundation
import GoTemplate
import Testing

/// How Go decoded the numbers of a case's data.
enum NumberMode: String, CaseIterable {
    /// Integers to `int`, others to `float64`.
    case int
    /// Everything to `float64`.
    case float
    /// `json.Number`, with `missingkey=error`.
    case number_strict

    func value(_ json: JSONValue) -> TemplateValue {
        switch json {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .string(let text): .string(text)
        case .number(let text): number(text)
        case .array(let elements): .list(ArrayList(elements.map(value)))
        case .object(let members):
            .map(DictionaryMap(Dictionary(members.map { ($0.key, value($0.value)) }) { $1 }))
        }
    }

    private func number(_ text: String) -> TemplateValue {
        switch self {
        case .int: Int64(text).map { .int($0) } ?? .float(Double(text) ?? .nan)
        case .float: .float(Double(text) ?? .nan)
        case .number_strict: .number(text)
        }
    }
}

/// One template of the corpus, in one mode, with what Go made of it.
struct GoCase: CustomTestStringConvertible {
    var template: String
    var data: JSONValue
    var mode: NumberMode
    var output: String
    var error: String?

    var testDescription: String { "\(template.debugDescription) (\(mode.rawValue))" }

    /// The corpus of `Fixtures`, or of the file that TUG_TEMPLATE_CASES names.
    static let all: [GoCase] = {
        do { return try read() } catch { return [] }
    }()

    private static func read() throws -> [GoCase] {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/go-templates.json").path
        let path = ProcessInfo.processInfo.environment["TUG_TEMPLATE_CASES"] ?? fixture
        let corpus = try JSONReader.read([UInt8](Data(contentsOf: URL(filePath: path))))
        return (corpus["cases"]?.elements ?? []).flatMap { entry in
            NumberMode.allCases.compactMap { mode in
                guard let expected = entry["expect"]?[mode.rawValue], let template = entry["template"]?.string,
                    let name = entry["data"]?.string, let data = corpus["datasets"]?[name]
                else { return nil }
                return GoCase(
                    template: template, data: data, mode: mode, output: expected["output"]?.string ?? "",
                    error: expected["error"]?.string)
            }
        }
    }
}
