import CommandGrammar

/// A device's path in front of a colon.
enum DevicePath {
    static var completion: Completion { .split(":", first: .files, second: .nothing) }

    static func split(_ text: String, wanted: String) throws(ValueError) -> (path: String, value: String) {
        guard let colon = text.firstIndex(of: ":"), text.hasPrefix("/dev/") else {
            throw ValueError("\"\(text)\" is not of the form /dev/NAME:\(wanted)")
        }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }
}
