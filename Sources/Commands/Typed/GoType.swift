import Configuration
import GoTemplate
import JSON

/// The static type that docker's Go code gives a value of the API: what templates can tell apart.
indirect enum GoType: Sendable {
    case string, bool, int, uint, float
    /// Text on the wire, a `time.Time` to templates.
    case time
    /// Nanoseconds on the wire, a `time.Duration` to templates.
    case duration
    /// The bits of a file's mode on the wire, an `fs.FileMode` to templates.
    case fileMode
    /// Base64 on the wire, a `[]byte` to templates.
    case bytes
    /// `docker.volumedriver/1.0` on the wire, its three parts to templates.
    case pluginCapability
    /// `interface {}`: whatever the engine sent.
    case any
    case list(GoType)
    /// An array of a fixed length, which is never nil.
    case array(GoType, count: Int)
    /// A map whose keys have a type named `key`.
    case map(GoType, key: String)
    case structure(TypedSchema)
    case pointer(GoType)
}

extension GoType {
    static var strings: GoType { .list(.string) }
    static var labels: GoType { .map(.string) }

    static func map(_ element: GoType) -> GoType { .map(element, key: "string") }

    static func reference(_ schema: TypedSchema) -> GoType { .pointer(.structure(schema)) }

    /// The type as Go's messages name it.
    var name: String {
        switch self {
        case .string: "string"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint64"
        case .float: "float64"
        case .time: GoTime.typeName
        case .duration: GoSpan.typeName
        case .fileMode: GoFileMode.typeName
        case .bytes: "[]uint8"
        case .pluginCapability: GoPluginCapability.typeName
        case .any: "interface {}"
        case .list(let element): "[]\(element.name)"
        case .array(let element, let count): "[\(count)]\(element.name)"
        case .map(let element, let key): "map[\(key)]\(element.name)"
        case .structure(let schema): schema.name
        case .pointer(let target): "*\(target.name)"
        }
    }

    /// What a Go program would hold after decoding `json`; nil is an absent member.
    ///
    /// A value of another type than the schema's gives the neutral value: an odd field must not hide the others.
    func value(of json: JSONValue?) -> TemplateValue {
        let json = json.flatMap { $0.isNull ? nil : $0 }
        switch self {
        case .string: return .string(json?.string ?? json?.numberText ?? "")
        case .bool: return .bool(json?.bool ?? false)
        case .int: return .int(json?.int.map(Int64.init) ?? 0)
        case .uint: return .uint(json?.uint ?? 0)
        case .float: return .float(json?.double ?? 0)
        case .time: return .object(GoTime(json?.string))
        case .duration: return .object(GoSpan(nanoseconds: json?.int.map(Int64.init) ?? 0))
        case .fileMode: return .object(GoFileMode(bits: json?.uint ?? 0))
        case .bytes: return .list(ByteList(json?.string.map { Base64.decode($0) ?? [] }, base64: Base64.standard))
        case .pluginCapability: return .object(GoPluginCapability(json?.string ?? ""))
        case .any: return json.map { UntypedView(numbers: .float).value(of: $0) } ?? .null
        case .list(let element): return .list(TypedList(json, element: element))
        case .array(let element, let count): return .list(TypedList(json, element: element, count: count))
        case .map(let element, let key): return .map(TypedMap(json, element: element, keyType: key))
        case .structure(let schema): return .object(TypedObject(schema: schema, json: json))
        case .pointer(let target): return json == nil ? .nilPointer(name) : .pointer(target.value(of: json))
        }
    }
}
