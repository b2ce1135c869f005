/// A typed size, number, duration or time that cannot be read.
public enum UnitError: Error, Equatable, CustomStringConvertible {
    case notASize(String)
    case notANumber(String)
    case notADuration(String)
    case notATime(String)
    case tooPrecise(String)
    case outOfRange(String)

    public var description: String {
        switch self {
        case .notASize(let text): "\"\(text)\" is not a size (try 512m or 1.5g)"
        case .notANumber(let text): "\"\(text)\" is not a number"
        case .notADuration(let text): "\"\(text)\" is not a duration (try 1h30m or 500ms)"
        case .notATime(let text): "\"\(text)\" is not a time (try 2006-01-02T15:04:05, 1136214245 or 10m)"
        case .tooPrecise(let text): "\"\(text)\" is more precise than 0.000000001"
        case .outOfRange(let text): "\"\(text)\" is out of range"
        }
    }
}
