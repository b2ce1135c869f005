/// A JSON value with the spelling of its numbers and the order of its keys.
indirect enum JSONValue {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }
}

/// Reads the JSON of the fixtures.
struct JSONReader {
    struct Failure: Error {
        var offset: Int
    }

    private let bytes: [UInt8]
    private var index = 0

    static func read(_ bytes: [UInt8]) throws -> JSONValue {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value()
        reader.skipSpace()
        guard reader.index == bytes.count else { throw Failure(offset: reader.index) }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func value() throws -> JSONValue {
        skipSpace()
        switch try current() {
        case UInt8(ascii: "{"): return .object(try members())
        case UInt8(ascii: "["): return .array(try elements())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default:
            let start = index
            while index < bytes.count, "+-.eE0123456789".utf8.contains(bytes[index]) { index += 1 }
            guard index > start else { throw Failure(offset: index) }
            return .number(String(decoding: bytes[start..<index], as: UTF8.self))
        }
    }

    private mutating func members() throws -> [(key: String, value: JSONValue)] {
        var members: [(key: String, value: JSONValue)] = []
        try expect("{")
        skipSpace()
        while try current() != UInt8(ascii: "}") {
            if !members.isEmpty { try expect(",") }
            skipSpace()
            let key = try string()
            skipSpace()
            try expect(":")
            members.append((key, try value()))
            skipSpace()
        }
        try expect("}")
        return members
    }

    private mutating func elements() throws -> [JSONValue] {
        var elements: [JSONValue] = []
        try expect("[")
        skipSpace()
        while try current() != UInt8(ascii: "]") {
            if !elements.isEmpty { try expect(",") }
            elements.append(try value())
            skipSpace()
        }
        try expect("]")
        return elements
    }

    private mutating func string() throws -> String {
        var units: [UInt16] = []
        try expect("\"")
        while try current() != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 1
                let escape = try current()
                index += 1
                switch escape {
                case UInt8(ascii: "u"):
                    guard index + 4 <= bytes.count,
                        let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
                    else { throw Failure(offset: index) }
                    units.append(unit)
                    index += 4
                case UInt8(ascii: "b"): units.append(8)
                case UInt8(ascii: "f"): units.append(12)
                case UInt8(ascii: "n"): units.append(10)
                case UInt8(ascii: "r"): units.append(13)
                case UInt8(ascii: "t"): units.append(9)
                default: units.append(UInt16(escape))
                }
            } else {
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
                    index += 1
                }
                units += String(decoding: bytes[start..<index], as: UTF8.self).utf16
            }
        }
        try expect("\"")
        return String(decoding: units, as: UTF16.self)
    }

    private mutating func word(_ text: String, _ value: JSONValue) throws -> JSONValue {
        guard bytes[index...].starts(with: text.utf8) else { throw Failure(offset: index) }
        index += text.utf8.count
        return value
    }

    private func current() throws -> UInt8 {
        guard index < bytes.count else { throw Failure(offset: index) }
        return bytes[index]
    }

    private mutating func expect(_ character: Unicode.Scalar) throws {
        guard try current() == UInt8(ascii: character) else { throw Failure(offset: index) }
        index += 1
    }

    private mutating func skipSpace() {
        while index < bytes.count, " \t\r\n".utf8.contains(bytes[index]) { index += 1 }
    }
}
