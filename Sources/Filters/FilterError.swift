/// Why a filter was refused before an engine was asked.
///
/// Engines answer a wrong key or value with 500 up to API 1.2x ("Invalid filter 'x'", "Unrecognised filter
/// value for status: x"), with 400 since, or, before API 1.22 or for events, ignore the key and list
/// everything, which is dangerous in front of `rm`. Docker's exit status is 1 in the first two cases.
public enum FilterError: Error, Equatable, Sendable {
    /// The word has no "=".
    case missingEquals(word: String)
    /// There is nothing before the "=".
    case missingKey(word: String)
    /// The listing knows no such key.
    case unknownKey(key: String, nearest: String?, valid: [String])
    /// The key takes no such value.
    case invalidValue(key: String, value: String, valid: String)
    /// The key takes one value only.
    case severalValues(key: String)
    /// The value is not a regular expression.
    case invalidPattern(key: String, value: String, reason: String)
    /// Only an engine of API 1.`minor` or later can answer this filter.
    case needsEngine(key: String, minor: Int)
}

extension FilterError: CustomStringConvertible {
    /// One line without a full stop.
    public var description: String {
        switch self {
        case .missingEquals(let word): "filter \"\(word)\" is not of the form KEY=VALUE"
        case .missingKey(let word): "filter \"\(word)\" has no key before the \"=\""
        case .unknownKey(let key, let nearest, let valid):
            "unknown filter \"\(key)\"" + (nearest.map { ", did you mean \"\($0)\"?" } ?? "")
                + " (valid: \(valid.joined(separator: ", ")))"
        case .invalidValue(let key, let value, let valid): "filter \(key) cannot be \"\(value)\" (valid: \(valid))"
        case .severalValues(let key): "filter \(key) can be given only once"
        case .invalidPattern(let key, let value, let reason):
            "filter \(key) has \"\(value)\", which is no regular expression: \(reason)"
        case .needsEngine(let key, let minor): "filter \(key) needs an engine of API 1.\(minor) or later"
        }
    }
}
