/// The short form of an id.
enum ShortID {
    /// Twelve characters, without the algorithm in front.
    static func of(_ id: String) -> String {
        let digits = id.split(separator: ":", maxSplits: 1).last ?? ""
        return String(digits.prefix(12))
    }
}
