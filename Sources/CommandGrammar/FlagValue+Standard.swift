extension Bool: FlagValue {
    public static var typeName: String { "bool" }
    public static var bareValue: String? { "true" }
    public static var completion: Completion? { .words(["true", "false"]) }
    public var defaultText: String { self ? "true" : "" }

    /// The twelve spellings that docker's flag parser knows.
    public mutating func take(_ text: String) throws(ValueError) {
        switch text {
        case "1", "t", "T", "TRUE", "true", "True": self = true
        case "0", "f", "F", "FALSE", "false", "False": self = false
        default: throw ValueError("\"\(text)\" is neither true nor false")
        }
    }
}

extension String: FlagValue {
    public static var typeName: String { "string" }
    public var defaultText: String { self }
    public mutating func take(_ text: String) throws(ValueError) { self = text }
}

extension [String]: FlagValue {
    public static var typeName: String { "list" }
    public static var isList: Bool { true }
    public mutating func take(_ text: String) throws(ValueError) { append(text) }
}

extension Optional: FlagValue where Wrapped: FlagValue & ExpressibleByUntypedDefault {
    public static var typeName: String { Wrapped.typeName }
    public static var bareValue: String? { Wrapped.bareValue }
    public static var isList: Bool { Wrapped.isList }
    public static var completion: Completion? { Wrapped.completion }
    public var defaultText: String { self?.defaultText ?? "" }

    public mutating func take(_ text: String) throws(ValueError) {
        var value = self ?? Wrapped.untyped
        try value.take(text)
        self = value
    }
}

/// A value with a starting point, so that an optional of it can tell "not typed" from a typed default.
public protocol ExpressibleByUntypedDefault {
    static var untyped: Self { get }
}

extension Bool: ExpressibleByUntypedDefault { public static var untyped: Bool { false } }
extension String: ExpressibleByUntypedDefault { public static var untyped: String { "" } }
extension Int: ExpressibleByUntypedDefault { public static var untyped: Int { 0 } }
extension UInt64: ExpressibleByUntypedDefault { public static var untyped: UInt64 { 0 } }

extension FlagValue where Self: FixedWidthInteger {
    public var defaultText: String { self == 0 ? "" : String(self) }

    /// Decimal, or hexadecimal, octal and binary by prefix (`0x`, `0o` or `0`, `0b`), with `_` between digits.
    public mutating func take(_ text: String) throws(ValueError) {
        self = try Self.parse(text)
    }

    static func parse(_ text: String) throws(ValueError) -> Self {
        var digits = text[...]
        var sign = ""
        if let first = digits.first, first == "-" || first == "+" {
            sign = first == "-" ? "-" : ""
            digits.removeFirst()
        }
        let (radix, body) = split(digits)
        guard !hasLooseUnderscore(digits), let value = Self(sign + body, radix: radix), body.first != "-",
            body.first != "+"
        else {
            let isNumber = !body.isEmpty && body.allSatisfy { $0.isASCII && $0.isHexDigit }
            throw ValueError(
                isNumber && (radix == 16 || body.allSatisfy(\.isNumber))
                    ? "\(text) is out of range" : "\"\(text)\" is not a whole number")
        }
        return value
    }

    private static func split(_ digits: Substring) -> (radix: Int, body: String) {
        let lower = digits.lowercased()
        let prefixes: [(String, Int)] = [("0x", 16), ("0o", 8), ("0b", 2)]
        for (prefix, radix) in prefixes where lower.hasPrefix(prefix) {
            return (radix, String(lower.dropFirst(2)).replacingUnderscores)
        }
        if lower.count > 1, lower.first == "0" {
            return (8, String(lower.dropFirst()).replacingUnderscores)
        }
        return (10, String(digits).replacingUnderscores)
    }

    /// One that does not stand between two digits, or behind a prefix.
    private static func hasLooseUnderscore(_ digits: Substring) -> Bool {
        digits.first == "_" || digits.last == "_" || digits.contains("__")
    }
}

extension String {
    fileprivate var replacingUnderscores: String { String(self.filter { $0 != "_" }) }
}

extension Int: FlagValue { public static var typeName: String { "int" } }
extension Int64: FlagValue { public static var typeName: String { "int64" } }
extension UInt: FlagValue { public static var typeName: String { "uint" } }
extension UInt64: FlagValue { public static var typeName: String { "uint64" } }
extension UInt16: FlagValue { public static var typeName: String { "uint16" } }
extension UInt32: FlagValue { public static var typeName: String { "uint32" } }
