import JSON

/// A platform as people write it: `linux/arm64/v8`.
struct Platform: Equatable {
    let os: String
    let architecture: String
    let variant: String

    init(_ text: String) throws(Failure) {
        let parts = text.lowercased().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty
                && part.unicodeScalars.allSatisfy {
                    ("a"..."z").contains($0) || ("0"..."9").contains($0) || "_-.".unicodeScalars.contains($0)
                }
        }
        guard (2...3).contains(parts.count), isPlain else {
            throw Failure(
                "\(text.debugDescription) is no platform: os/architecture[/variant] is needed, like linux/arm64")
        }
        os = parts[0]
        architecture = ["x86_64": "amd64", "x86-64": "amd64", "aarch64": "arm64", "armhf": "arm"][parts[1]] ?? parts[1]
        variant = parts.count > 2 ? parts[2] : ""
    }

    /// The query parameter's form (OCI image specification, image index).
    var json: String {
        var members = [JSONMember("architecture", .string(architecture)), JSONMember("os", .string(os))]
        if !variant.isEmpty { members.append(JSONMember("variant", .string(variant))) }
        return String(decoding: JSONNode.object(members).bytes, as: UTF8.self)
    }
}
