/// The one switch over colours, and the few there are.
public struct Colour: Sendable {
    public enum Style: String, Sendable {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
    }

    public let isOn: Bool

    /// Off with NO_COLOR (no-color.org), then on with CLICOLOR_FORCE or FORCE_COLOR other than `0`; else on
    /// for terminals that are not `TERM=dumb`.
    public init(isTerminal: Bool, environment: (String) -> String?) {
        func isSet(_ name: String) -> Bool { environment(name)?.isEmpty == false }
        func isForced(_ name: String) -> Bool { isSet(name) && environment(name) != "0" }
        if isSet("NO_COLOR") {
            isOn = false
        } else if isForced("CLICOLOR_FORCE") || isForced("FORCE_COLOR") {
            isOn = true
        } else {
            isOn = isTerminal && environment("TERM") != "dumb"
        }
    }

    /// The text in that style, or as it is when colours are off.
    public func paint(_ text: String, _ style: Style) -> String {
        isOn && !text.isEmpty ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
    }
}
