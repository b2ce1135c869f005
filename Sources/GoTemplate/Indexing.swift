/// What `index`, `slice` and `len` do.
enum Indexing {
    static func length(_ operand: Operand) throws(TemplateFunction.Failure) -> TemplateValue {
        let value = operand.value.pointee
        if let bytes = value.textBytes { return .int(Int64(bytes.count)) }
        switch value {
        case .list(let list): return .int(Int64(list.count))
        case .map(let map): return .int(Int64(map.count))
        case .null:
            throw .init(operand.isBoxed ? "len of nil pointer" : "reflect: call of reflect.Value.Type on zero Value")
        case .nilPointer: throw .init("len of nil pointer")
        default: throw .init("len of type \(value.typeName)")
        }
    }

    static func index(
        _ item: TemplateValue, _ indexes: [TemplateValue]
    ) throws(TemplateFunction.Failure) -> TemplateValue {
        if item.isNull { throw .init("index of untyped nil") }
        var item = item
        for index in indexes {
            item = item.pointee
            if let bytes = item.textBytes {
                item = .uint(UInt64(bytes[try position(index, in: bytes.count, kind: "string")]), bits: 8)
                continue
            }
            switch item {
            case .null, .nilPointer: throw .init("index of nil pointer")
            case .list(let list): item = list.element(at: try position(index, in: list.count, kind: "slice"))
            case .map(let map): item = try map.value(forKey: key(index, of: map)) ?? map.elementZero
            default: throw .init("can't index item of type \(item.typeName)")
            }
        }
        return item
    }

    static func slice(
        _ item: TemplateValue, _ indexes: [TemplateValue]
    ) throws(TemplateFunction.Failure) -> TemplateValue {
        if item.isNull { throw .init("slice of untyped nil") }
        if indexes.count > 3 { throw .init("too many slice indexes: \(indexes.count)") }
        let item = item.pointee
        if let bytes = item.textBytes {
            if indexes.count == 3 { throw .init("cannot 3-index slice a string") }
            let range = try bounds(indexes, count: bytes.count, capacity: bytes.count)
            return .text(Array(bytes[range]))
        }
        guard case .list(let list) = item else { throw .init("can't slice item of type \(item.typeName)") }
        let range = try bounds(indexes, count: list.count, capacity: list.capacity)
        if let list = list as? ByteList {
            let bytes = range.map { list.bytes.indices.contains($0) ? list.bytes[$0] : 0 }
            return .list(ByteList(bytes, base64: list.base64))
        }
        let elements = range.map { $0 < list.count ? list.element(at: $0) : .null }
        return .list(ArrayList(elements, elementType: list.elementType))
    }

    private static func bounds(
        _ indexes: [TemplateValue], count: Int, capacity: Int
    ) throws(TemplateFunction.Failure) -> Range<Int> {
        var bounds = [0, count]
        for (place, index) in indexes.enumerated() {
            let position = try number(index, upTo: capacity)
            if place < bounds.count { bounds[place] = position } else { bounds.append(position) }
        }
        for (low, high) in zip(bounds, bounds.dropFirst()) where low > high {
            throw .init("invalid slice index: \(low) > \(high)")
        }
        return bounds[0]..<bounds[1]
    }

    private static func position(
        _ index: TemplateValue, in count: Int, kind: String
    ) throws(TemplateFunction.Failure) -> Int {
        let position = try number(index, upTo: count)
        if position == count { throw .init("reflect: \(kind) index out of range") }
        return position
    }

    private static func number(_ index: TemplateValue, upTo limit: Int) throws(TemplateFunction.Failure) -> Int {
        let number: Int64
        switch index {
        case .int(let value): number = value
        case .uint(let value, _): number = Int64(bitPattern: value)
        case .null: throw .init("cannot index slice/array with nil")
        default: throw .init("cannot index slice/array with type \(index.typeName)")
        }
        guard number >= 0, number <= limit else { throw .init("index out of range: \(number)") }
        return Int(number)
    }

    private static func key(
        _ index: TemplateValue, of map: any TemplateMap
    ) throws(TemplateFunction.Failure) -> String {
        if index.isNull { throw .init("value is nil; should be of type \(map.keyType)") }
        switch index {
        case .string(let key) where map.keyType == "string": return key
        case .bytes(let bytes) where map.keyType == "string": return String(decoding: bytes, as: UTF8.self)
        default: throw .init("value has type \(index.typeName); should be \(map.keyType)")
        }
    }
}
