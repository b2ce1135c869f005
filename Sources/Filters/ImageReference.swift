/// Names and IDs of images as the filters `ancestor` and `image` compare them.
enum ImageReference {
    /// Whether `wanted` names the image that is spelt or has the ID `image`: the same text, the same with the
    /// tag `latest` implied, or the beginning of a `sha256:` ID with or without that word.
    static func denotes(_ wanted: String, _ image: String) -> Bool {
        if wanted == image || tagged(wanted) == tagged(image) { return true }
        let isID = image.hasPrefix("sha256:") || image.utf8.count == 64
        guard isID, wanted.utf8.count >= 4 else { return false }
        return digits(image).hasPrefix(digits(wanted))
    }

    private static func tagged(_ name: String) -> String {
        let last = name.split(separator: "/").last ?? ""
        return last.contains(":") || last.contains("@") ? name : name + ":latest"
    }

    private static func digits(_ id: String) -> Substring { id.hasPrefix("sha256:") ? id.dropFirst(7) : id[...] }
}
