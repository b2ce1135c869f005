import EngineAPI
import GoTemplate
import JSON
import Terminal

/// Prints events, each on a line of its own.
struct EventPrinter {
    private let out: Output
    private let template: Template?

    /// - Parameter format: `json` or a template; nil or empty for the plain line.
    /// - Throws: `Failure` of status 64 for a template that cannot be used on events.
    init(format: String?, out: Output) throws {
        self.out = out
        guard let format, !format.isEmpty else {
            template = nil
            return
        }
        let template = try Template.compile(format == "json" ? "{{json .}}" : format, status: 64)
        self.template = template
        try Self.check(template)
    }

    func show(_ event: EventMessage) throws {
        guard let template else { return try out.writeLine(out.escaped(line(event), as: .cell)) }
        var bytes: [UInt8] = []
        do {
            try template.render(TypedSchema.event.view(event.json), into: &bytes)
        } catch {
            throw Failure(template: error)
        }
        bytes.append(UInt8(ascii: "\n"))
        try out.write(bytes)
    }

    private func line(_ event: EventMessage) -> String {
        let time = Self.time(of: event).map { $0.rfc3339Nano(in: .local) + " " } ?? ""
        if event.isOld {
            let image = event.image.isEmpty ? "" : "(from \(event.image)) "
            return "\(time)\(event.actorID): \(image)\(event.action)"
        }
        let attributes = event.attributes.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
        return "\(time)\(event.type) \(event.action) \(event.actorID)" + (attributes.isEmpty ? "" : " (\(attributes))")
    }

    private static func time(of event: EventMessage) -> Timestamp? {
        if event.nanoseconds != 0 {
            return Timestamp(seconds: 0).adding(nanoseconds: Int64(event.nanoseconds))
        }
        return event.seconds == 0 ? nil : Timestamp(seconds: Int64(event.seconds))
    }

    /// A wrong field is told before the first event, which may be long in coming.
    private static func check(_ template: Template) throws {
        let sample = """
            {"Type":"container","Action":"start","scope":"local","time":1,"timeNano":1000000000,"Actor":{"ID":
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","Attributes":{"image":"i","name":"n"}}}
            """
        guard let document = try? JSONDocument(Array(sample.utf8)) else { return }
        var ignored: [UInt8] = []
        do {
            try template.render(TypedSchema.event.view(EventMessage(document).json), into: &ignored)
        } catch {
            throw Failure(template: error, status: 64)
        }
    }
}
