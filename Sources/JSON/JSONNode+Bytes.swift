extension JSONNode {
    /// The value as compact JSON.
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        write(into: &output)
        return output
    }

    private func write(into output: inout [UInt8]) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .int(let value): output.append(contentsOf: String(value).utf8)
        case .uint(let value): output.append(contentsOf: String(value).utf8)
        case .double(let value): output.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
        case .number(let text): output.append(contentsOf: (Self.isNumber(text) ? text : "null").utf8)
        case .string(let text): JSONEscaper.write(text, into: &output)
        case .raw(let bytes): output.append(contentsOf: bytes)
        case .array(let elements):
            output.append(ASCII.openBracket)
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(ASCII.comma) }
                element.write(into: &output)
            }
            output.append(ASCII.closeBracket)
        case .object(let members):
            output.append(ASCII.openBrace)
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(ASCII.comma) }
                JSONEscaper.write(member.key, into: &output)
                output.append(ASCII.colon)
                member.value.write(into: &output)
            }
            output.append(ASCII.closeBrace)
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        guard let root = try? JSONDocument(Array(text.utf8)).root else { return false }
        return root.kind == .number && root.rawBytes.count == text.utf8.count
    }
}
