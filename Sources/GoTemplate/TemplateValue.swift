/// A piece of data as a template sees it: what Go would hold in a `reflect.Value`.
///
/// Containers are protocols, so that a caller may answer from a document it reads lazily.
public enum TemplateValue {
    /// A nil interface, JSON's `null`.
    case null
    case bool(Bool)
    case int(Int64)
    /// An unsigned number and the size of its type.
    case uint(UInt64, bits: Int = 64)
    case float(Double)
    /// A complex number: only template constants such as `1+2i` make one.
    case complex(Double, Double)
    /// A `json.Number`: the number's own spelling, a string to everything but `json`.
    case number(String)
    case string(String)
    /// A Go string that is not valid UTF-8, as cutting text by bytes may leave behind.
    case bytes([UInt8])
    case list(any TemplateList)
    case map(any TemplateMap)
    case object(any TemplateObject)
    /// A pointer to a value: true as a condition whatever it points at.
    indirect case pointer(TemplateValue)
    /// A nil pointer; the name is the pointer's type with its star, such as `*container.Health`.
    case nilPointer(String)
}

extension TemplateValue {
    /// A string of these bytes, kept as `bytes` only where they are not UTF-8.
    static func text(_ bytes: [UInt8]) -> TemplateValue {
        if let string = String(validating: bytes, as: UTF8.self) { return .string(string) }
        return .bytes(bytes)
    }

    /// The bytes of a value of Go's kind `string`, else nil.
    var textBytes: [UInt8]? {
        switch self {
        case .string(let text), .number(let text): Array(text.utf8)
        case .bytes(let bytes): bytes
        default: nil
        }
    }

    /// The length in bytes of a value of Go's kind `string`, else 0.
    var textLength: Int {
        switch self {
        case .string(let text), .number(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        default: 0
        }
    }

    /// The value behind any pointers.
    var pointee: TemplateValue {
        var value = self
        while case .pointer(let inner) = value { value = inner }
        return value
    }

    var isNull: Bool {
        if case .null = self { return true }
        return false
    }

    /// Whether `if` takes the value for true.
    var isTrue: Bool {
        switch self {
        case .null, .nilPointer: false
        case .bool(let flag): flag
        case .int(let number): number != 0
        case .uint(let number, _): number != 0
        case .float(let number): number != 0
        case .complex(let real, let imaginary): real != 0 || imaginary != 0
        case .number(let text), .string(let text): !text.isEmpty
        case .bytes(let bytes): !bytes.isEmpty
        case .list(let list): list.count > 0
        case .map(let map): map.count > 0
        case .object, .pointer: true
        }
    }

    /// The value's type as Go's `%T` writes it.
    var typeName: String {
        switch self {
        case .null: "<nil>"
        case .bool: "bool"
        case .int: "int"
        case .uint(_, let bits): "uint\(bits)"
        case .float: "float64"
        case .complex: "complex128"
        case .number: "json.Number"
        case .string, .bytes: "string"
        case .list(let list): "[]\(list.elementType)"
        case .map(let map): "map[\(map.keyType)]\(map.elementType)"
        case .object(let object): object.typeName
        case .pointer(let value): "*\(value.typeName)"
        case .nilPointer(let type): type
        }
    }
}
