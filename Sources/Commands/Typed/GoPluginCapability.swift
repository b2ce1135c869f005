import GoTemplate

/// What a plugin can do: `docker.volumedriver/1.0` is version 1.0 of the capability `volumedriver`.
struct GoPluginCapability: TemplateObject {
    static let typeName = "types.PluginInterfaceType"

    private let text: String

    init(_ text: String) { self.text = text }

    var typeName: String { Self.typeName }
    var fieldNames: [String] { ["Prefix", "Capability", "Version"] }
    var printedText: String? { text }
    var jsonText: TemplateValue? { .string(text) }

    func field(_ name: String) -> TemplateValue? {
        let (word, version) = parts(of: text[...], at: "/")
        let (prefix, capability) = parts(of: word, at: ".")
        return switch name {
        case "Prefix": .string(String(prefix))
        case "Capability": .string(String(capability))
        case "Version": .string(String(version))
        case "String": .string(text)
        default: nil
        }
    }

    private func parts(of text: Substring, at mark: Character) -> (Substring, Substring) {
        guard let place = text.firstIndex(of: mark) else { return (text, "") }
        return (text[..<place], text[text.index(after: place)...])
    }
}
