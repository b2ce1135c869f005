import EngineAPI
import JSON
import Terminal

@testable import Commands
@testable import GoTemplate

/// One input of the fuzzer: a template, an empty line, and the JSON it is rendered over.
struct TemplateInput {
    let template: String
    let json: [UInt8]

    /// Enough for any honest template, and soon over for one that loops.
    private static let stepLimit = 20_000
    private static let writer = try? Template("{{json .}}")

    init(_ bytes: [UInt8]) {
        let separator = bytes.indices.first { bytes[$0...].starts(with: [0x0A, 0x0A]) } ?? bytes.endIndex
        template = String(decoding: bytes[..<separator], as: UTF8.self)
        json = Array(bytes[separator...].dropFirst(2))
    }

    /// What is wrong with the way the input was handled; nil when all is well. Refusing it is.
    func complaint() -> String? {
        guard let root = try? JSONDocument(json).root else { return complaint(over: .null) }
        for data in Self.views(of: root) {
            if let complaint = complaint(over: data) { return complaint }
            var written: [UInt8] = []
            guard (try? Self.writer?.render(data, into: &written)) != nil else { continue }
            if (try? JSONDocument(written)) == nil { return "json wrote what is no JSON" }
        }
        return nil
    }

    private func complaint(over data: TemplateValue) -> String? {
        guard var template = try? Template(template) else { return nil }
        template.stepLimit = Self.stepLimit
        let first = Self.result(template, data)
        return Self.result(template, data) == first ? nil : "two renderings of one template differ"
    }

    private static func result(_ template: Template, _ data: TemplateValue) -> [UInt8] {
        var output: [UInt8] = []
        do {
            try template.render(data, into: &output)
        } catch {
            output += error.message.utf8
        }
        return output
    }

    /// The JSON as `inspect` and as a listing show it.
    private static func views(of json: JSONValue) -> [TemplateValue] {
        let row = ContainerRow(
            container: ContainerSummary(json), isTruncated: true, now: Timestamp(seconds: 1_700_000_000))
        return [
            UntypedView(numbers: .text).value(of: json),
            TypedSchema.container.view(json), TypedSchema.image.view(json),
            .object(Listing<ContainerRow>.containers.object(row)),
        ]
    }
}
