import CommandGrammar
import EngineAPI

/// `KEY=VALUE`, `KEY:VALUE` or `no-new-privileges[=BOOL]` of `--security-opt`.
struct SecurityOption: ListElement {
    let key: String
    /// nil where only the key stood.
    let value: String?
    /// As typed.
    let text: String

    init(parsing text: String) throws(ValueError) {
        self.text = text
        let equals = text.firstIndex(of: "=")
        let separator = equals ?? text.firstIndex(of: ":")
        key = String(text[..<(separator ?? text.endIndex)])
        value = separator.map { String(text[text.index(after: $0)...]) }
        if value?.isEmpty ?? true, key != Self.noNewPrivileges {
            throw ValueError("\"\(text)\" is not of the form KEY=VALUE")
        }
    }

    static let noNewPrivileges = "no-new-privileges"

    /// The profile's file; nil for other keys and for the profiles that the engine knows by name.
    var seccompFile: String? {
        key == "seccomp" && value != "builtin" && value != "unconfined" ? value : nil
    }

    /// Uncovers the paths below /proc and /sys that containers do not see; the engine takes it in other fields.
    var uncoversSystemPaths: Bool { text == "systempaths=unconfined" }

    /// As the engine takes it: `:` in place of `=` before API 1.23.
    ///
    /// - Parameter profile: takes the place of the value.
    func wire(profile: String?, for version: APIVersion) -> String {
        guard let value = profile ?? value else { return text }
        if version < APIVersion(1, 23) { return "\(key):\(value)" }
        return profile == nil ? text : "\(key)=\(value)"
    }
}
