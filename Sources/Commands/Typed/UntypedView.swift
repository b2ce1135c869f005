import GoTemplate
import JSON

/// JSON as a template sees it that knows no types: maps, lists, strings, numbers.
struct UntypedView {
    enum Numbers {
        /// Go's `float64`.
        case float
        /// Go's `json.Number`, which keeps its spelling.
        case text
    }

    let numbers: Numbers

    func value(of json: JSONValue) -> TemplateValue {
        switch json.kind {
        case .null: .null
        case .bool: .bool(json.bool ?? false)
        case .string: .string(json.string ?? "")
        case .number: number(json)
        case .array: .list(Elements(json: Array(json.elements), view: self))
        case .object:
            .map(Members(json: Dictionary(json.members.map { ($0.key, $0.value) }) { $1 }, view: self))
        }
    }

    private func number(_ json: JSONValue) -> TemplateValue {
        switch numbers {
        case .text: .number(json.numberText ?? "0")
        case .float: .float(json.double ?? 0)
        }
    }

    private struct Elements: TemplateList {
        let json: [JSONValue]
        let view: UntypedView

        var count: Int { json.count }
        func element(at index: Int) -> TemplateValue {
            json.indices.contains(index) ? view.value(of: json[index]) : .null
        }
    }

    private struct Members: TemplateMap {
        let json: [String: JSONValue]
        let view: UntypedView

        var count: Int { json.count }
        var keys: [String] { Array(json.keys) }
        func value(forKey key: String) -> TemplateValue? { json[key].map(view.value) }
    }
}
