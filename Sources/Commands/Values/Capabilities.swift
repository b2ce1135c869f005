import EngineAPI

/// Names of kernel capabilities in the spelling of an engine.
enum Capabilities {
    /// Upper case, each once, sorted; with `CAP_` in front, which engines before 1.40 refuse.
    static func names(_ typed: [String], for version: APIVersion) -> [String] {
        let bare = typed.map { name in
            let upper = name.uppercased().filter { !$0.isWhitespace }
            return upper.hasPrefix("CAP_") ? String(upper.dropFirst(4)) : upper
        }
        let hasPrefix = version >= APIVersion(1, 40)
        return Set(bare).map { $0 == "ALL" || !hasPrefix ? $0 : "CAP_\($0)" }.sorted()
    }
}
