extension JSONNode: ExpressibleByNilLiteral {
    public init(nilLiteral: ()) { self = .null }
}

extension JSONNode: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONNode: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self = .int(value) }
}

extension JSONNode: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Double) { self = .double(value) }
}

extension JSONNode: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONNode: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: JSONNode...) { self = .array(elements) }
}

extension JSONNode: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONNode)...) {
        self = .object(elements.map { JSONMember($0, $1) })
    }
}
