/// Header fields in the order they were sent or added, repeats kept; names compare without case (RFC 9110 §5).
public struct HTTPHeaders: Equatable, Sendable {
    /// One field line.
    public struct Field: Equatable, Sendable {
        /// As it was written; compare with `HTTPHeaders` to ignore case.
        public let name: String
        /// Without the blanks around it.
        public let value: String
    }

    /// All fields, first to last.
    public private(set) var fields: [Field] = []

    /// No fields.
    public init() {}

    /// Adds a field behind the others, whether or not there is one of that name.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Adds all fields of others behind these.
    public mutating func append(_ others: HTTPHeaders) { fields += others.fields }

    /// Replaces all fields of that name by one.
    public mutating func set(_ name: String, _ value: String) {
        fields.removeAll { Self.same($0.name, name) }
        append(name, value)
    }

    /// The value of the first field of that name.
    public subscript(name: String) -> String? {
        fields.first { Self.same($0.name, name) }?.value
    }

    /// The values of all fields of that name.
    public func all(_ name: String) -> [String] {
        fields.filter { Self.same($0.name, name) }.map(\.value)
    }

    /// Throws `unsendableHeader` if a name is no token (RFC 9110 §5.6.2) or a value has control characters.
    ///
    /// `HTTPConnection` asks this before it sends; ask earlier to refuse a header before connecting.
    public func check() throws(TransportError) {
        for field in fields {
            guard Self.isToken(field.name.utf8), field.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f || $0 == 9 })
            else { throw .unsendableHeader(name: field.name) }
        }
    }

    /// Whether one of the comma-separated words of the fields called `name` is `word`.
    func list(_ name: String, contains word: String) -> Bool {
        all(name).contains { value in
            value.split(separator: ",").contains { Self.same(String($0.trimmingBlanks), word) }
        }
    }

    mutating func extendLast(with text: String) -> Bool {
        guard let last = fields.popLast() else { return false }
        append(last.name, last.value.isEmpty ? text : last.value + " " + text)
        return true
    }

    static func same(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { lowercase($0) == lowercase($1) }
    }

    static func isToken(_ bytes: some Collection<UInt8>) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    /// The fields in the order they are written down, repeats kept.
    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0.0, value: $0.1) }
    }
}
