/// A Go `[]byte`.
public struct ByteList: TemplateList {
    let bytes: [UInt8]
    public let isNil: Bool
    let base64: ([UInt8]) -> String

    /// - Parameters:
    ///   - bytes: nil for a nil slice.
    ///   - base64: how `json` writes it.
    public init(_ bytes: [UInt8]?, base64: @escaping ([UInt8]) -> String) {
        self.bytes = bytes ?? []
        isNil = bytes == nil
        self.base64 = base64
    }

    public var elementType: String { "uint8" }
    public var count: Int { bytes.count }

    public func element(at index: Int) -> TemplateValue {
        .uint(bytes.indices.contains(index) ? UInt64(bytes[index]) : 0, bits: 8)
    }
}
