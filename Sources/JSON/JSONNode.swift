/// A JSON value to build and change: request bodies and configuration files. Objects keep their order.
public indirect enum JSONNode: Equatable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case uint(UInt64)
    /// Written as null when not finite.
    case double(Double)
    /// A number as spelt; written as null when that is not the spelling of a JSON number.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([JSONMember])
    /// Checked, compact JSON that is passed on as it is.
    case raw([UInt8])

    /// Nesting below this many levels is kept as `raw`, so that neither copying nor freeing needs much stack.
    static let maximumLevels = 128

    /// Copies a value out of its document. Numbers that are not plain integers keep their spelling.
    public init(_ value: JSONValue) { self.init(value, levels: Self.maximumLevels) }

    private init(_ value: JSONValue, levels: Int) {
        switch value.kind {
        case .null: self = .null
        case .bool: self = .bool(value.bool ?? false)
        case .number: self = Self.number(value)
        case .string: self = .string(value.string ?? "")
        case .array where levels > 0:
            self = .array(value.elements.map { JSONNode($0, levels: levels - 1) })
        case .object where levels > 0:
            self = .object(value.members.map { JSONMember($0.key, JSONNode($0.value, levels: levels - 1)) })
        case .array, .object:
            var bytes: [UInt8] = []
            value.compact(into: &bytes)
            self = .raw(bytes)
        }
    }

    private static func number(_ value: JSONValue) -> JSONNode {
        let text = value.numberText ?? "0"
        guard text != "-0" else { return .number(text) }
        return value.int.map(JSONNode.int) ?? value.uint.map(JSONNode.uint) ?? .number(text)
    }

    /// An object's last member of that key. Setting replaces it in place or adds it at the end, setting nil
    /// removes every member of that key; null becomes an object, other kinds stay as they are.
    public subscript(_ key: String) -> JSONNode? {
        get {
            guard case .object(let members) = self else { return nil }
            return members.last { $0.key == key }?.value
        }
        set {
            var members: [JSONMember]
            switch self {
            case .object(let present): members = present
            case .null where newValue != nil: members = []
            default: return
            }
            if let newValue {
                if let index = members.lastIndex(where: { $0.key == key }) {
                    members[index].value = newValue
                } else {
                    members.append(JSONMember(key, newValue))
                }
            } else {
                members.removeAll { $0.key == key }
            }
            self = .object(members)
        }
    }

    /// This object with the members of `other` set one by one; `other` itself when either is not an object.
    public func merging(_ other: JSONNode) -> JSONNode {
        guard case .object = self, case .object(let members) = other else { return other }
        return members.reduce(into: self) { $0[$1.key] = $1.value }
    }
}
