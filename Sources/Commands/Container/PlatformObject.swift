import GoTemplate
import JSON

/// An image's platform: `linux/arm64/v8` as text, its parts as fields.
struct PlatformObject: TemplateObject {
    let json: JSONValue
    static let pointerType = "*formatter.Platform"

    var typeName: String { Self.pointerType }
    var fieldNames: [String] { ["Architecture", "OS", "OSVersion", "OSFeatures", "Variant"] }

    func field(_ name: String) -> TemplateValue? {
        let keys = ["Architecture": "architecture", "OS": "os", "OSVersion": "os.version", "Variant": "variant"]
        if name == "OSFeatures" { return .list(ArrayList(json.strings("os.features").map { .string($0) })) }
        return keys[name].map { .string(json.text($0)) }
    }

    var jsonMembers: [(name: String, value: TemplateValue)] {
        json.members.map { ($0.key, .string($0.value.string ?? "")) }
    }

    var printedText: String? {
        [json.text("os"), json.text("architecture"), json.text("variant")].filter { !$0.isEmpty }.joined(separator: "/")
    }
}
