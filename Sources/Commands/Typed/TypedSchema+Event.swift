extension TypedSchema {
    /// One message of `GET /events`.
    static let event = TypedSchema(
        "events.Message",
        [
            Field("Status", "status", .string, omitsEmpty: true),
            Field("ID", "id", .string, omitsEmpty: true),
            Field("From", "from", .string, omitsEmpty: true),
            Field("Type", .string),
            Field("Action", .string),
            Field("Actor", .structure(actor)),
            Field("Scope", "scope", .string, omitsEmpty: true),
            Field("Time", "time", .int, omitsEmpty: true),
            Field("TimeNano", "timeNano", .int, omitsEmpty: true),
        ])

    private static let actor = TypedSchema(
        "events.Actor",
        [
            Field("ID", .string),
            Field("Attributes", .labels),
        ])
}
