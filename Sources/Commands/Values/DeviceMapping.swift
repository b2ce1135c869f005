import CommandGrammar
import JSON

/// `SOURCE[:PATH][:PERMISSIONS]` of `--device`, or a device's qualified name `vendor/class=name`.
struct DeviceMapping: ListElement {
    /// As typed.
    let text: String
    let source: String
    let path: String
    let permissions: String

    static var completion: Completion? { .files }

    init(parsing text: String) throws(ValueError) {
        self.text = text
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        var path = parts.count > 1 ? parts[1] : ""
        var permissions = "rwm"
        if Self.isQualified(text) {
            (source, self.path, self.permissions) = ("", "", "")
            return
        }
        guard (1...3).contains(parts.count), let source = parts.first, !source.isEmpty else {
            throw ValueError("\"\(text)\" is not of the form SOURCE[:PATH][:PERMISSIONS]")
        }
        if parts.count == 2, Self.arePermissions(path) { (path, permissions) = ("", path) }
        if parts.count == 3 { permissions = parts[2] }
        guard Self.arePermissions(permissions) else {
            throw ValueError("the permissions \"\(permissions)\" are not made of r, w and m, each once")
        }
        self.source = source
        self.path = path.isEmpty ? source : path
        self.permissions = permissions
    }

    /// Whether it is named by the container device interface, `vendor.com/class=name`.
    var isQualified: Bool { source.isEmpty }

    var json: JSONNode {
        [
            "PathOnHost": .string(source), "PathInContainer": .string(path), "CgroupPermissions": .string(permissions),
        ]
    }

    private static func arePermissions(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy("rwm".contains) && Set(text).count == text.count
    }

    private static func isQualified(_ text: String) -> Bool {
        guard let slash = text.firstIndex(of: "/"), let equals = text.firstIndex(of: "="), slash < equals,
            let first = text.first, first.isASCII, first.isLetter, text[equals...].count > 1
        else { return false }
        return text[..<equals].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-/".contains($0)) }
            && !text[text.index(after: slash)..<equals].isEmpty
    }
}
