/// What this program is.
enum Version {
    static let number = "0.1.0"
    /// When that version was made, for the manual pages.
    static let date = "2026-11-23"
}
