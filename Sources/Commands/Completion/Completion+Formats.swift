import CommandGrammar

extension Completion {
    private static let json = Candidate("json", "One JSON object a line")

    /// `--format` of a listing.
    static func format<Row>(_ listing: Listing<Row>) -> Completion {
        let raw = listing.raw == nil ? [] : [Candidate("raw", "A field a line")]
        return .template(
            words: [json, Candidate("table", "Columns under headings")] + raw,
            fields: { path in path.isEmpty ? listing.columns.map { Candidate($0.field) } : [] })
    }

    /// `--format` of something whose fields have fields of their own.
    static func format(_ schemas: TypedSchema...) -> Completion { format(schemas, words: [json]) }

    /// The same where objects can be told in words too.
    static func prettyFormat(_ schema: TypedSchema) -> Completion {
        format([schema], words: [json, Candidate("pretty", "In words")])
    }

    private static func format(_ schemas: [TypedSchema], words: [Candidate]) -> Completion {
        .template(
            words: words,
            fields: { path in
                var level = schemas
                for step in path {
                    level = level.compactMap { $0.allFields.first { $0.name == step }?.type.schema }
                }
                var seen: Set<String> = []
                return level.flatMap(\.allFields).filter { seen.insert($0.name).inserted }.map {
                    Candidate($0.name, "", isOpen: $0.type.schema != nil)
                }
            })
    }
}

extension TypedSchema {
    /// The fields that templates reach by one name, those of embedded structs among them.
    fileprivate var allFields: [Field] {
        fields.flatMap { $0.isEmbedded ? $0.type.schema?.allFields ?? [] : [$0] }
    }
}

extension GoType {
    /// The struct whose fields stand behind a dot.
    fileprivate var schema: TypedSchema? {
        switch self {
        case .structure(let schema): schema
        case .pointer(let target): target.schema
        default: nil
        }
    }
}
