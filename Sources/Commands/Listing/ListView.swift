import GoTemplate
import Terminal

/// A listing with its output format chosen and its template compiled.
struct ListView<Row> {
    private let listing: Listing<Row>
    private let format: ListFormat
    private let table: [String]
    private let template: Template?

    /// - Parameters:
    ///   - format: the text of `--format`.
    ///   - configured: the template of the configuration file.
    ///   - table: the fields of the plain table, where they differ from the listing's.
    /// - Throws: `Failure` for a template that does not parse.
    init(
        _ listing: Listing<Row>, format: String?, configured: String? = nil, quiet: Bool = false, table: [String]? = nil
    ) throws {
        self.listing = listing
        self.format = ListFormat(format, configured: configured, quiet: quiet, hasRaw: listing.raw != nil)
        self.table = table ?? listing.table
        switch self.format {
        case .table, .quiet: template = nil
        case .json: template = try .compile("{{json .}}")
        case .raw(quiet: true): template = try .compile("\(listing.rawQuiet): {{.\(listing.quiet)}}")
        case .raw(quiet: false): template = try .compile(listing.raw ?? "")
        case .template(let text), .tableTemplate(let text): template = try .compile(text)
        }
    }

    /// Whether rows are laid out below headings.
    var isTable: Bool {
        switch format {
        case .table, .tableTemplate: true
        case .template, .json, .quiet, .raw: false
        }
    }

    /// Whether the output shows the field, so that the engine need not be asked for what nobody sees.
    func mentions(_ field: String) -> Bool {
        switch format {
        case .table: table.contains(field)
        case .quiet: listing.quiet == field
        default: template?.mentions(field: field) ?? false
        }
    }

    /// Prints the rows as they come.
    func show(_ rows: some Sequence<Row>, to out: Output) throws {
        switch format {
        case .table: try showTable(rows, to: out)
        case .tableTemplate: try showTableTemplate(rows, to: out)
        case .quiet:
            guard let column = listing.column(listing.quiet) else { return }
            for row in rows { try out.writeLine(out.escaped(column.value(row).plainText, as: .cell)) }
        case .json, .raw, .template:
            guard let template else { return }
            var bytes: [UInt8] = []
            for row in rows {
                bytes.removeAll(keepingCapacity: true)
                try render(template, .object(listing.object(row)), into: &bytes)
                try bytes.withUnsafeBytes { try out.write($0) }
            }
        }
    }

    /// Runs the template on a row once, so that a wrong field is told even where the list is empty.
    func check(on row: Row) throws {
        if let template { _ = try line(template, .object(listing.object(row))) }
    }

    private func showTable(_ rows: some Sequence<Row>, to out: Output) throws {
        let columns = table.compactMap(listing.column)
        var writer = TableWriter(out)
        writer.add(columns.map { $0.heading ?? "" })
        for row in rows { writer.add(columns.map { $0.cell(row) }) }
        try writer.flush()
    }

    private func showTableTemplate(_ rows: some Sequence<Row>, to out: Output) throws {
        guard let template, case .tableTemplate(let text) = format else { return }
        var writer = TableWriter(out)
        let heading = try Template.compile(text, functions: .dockerHeading)
        writer.add(lines: String(decoding: try line(heading, .object(HeadingObject(listing: listing))), as: UTF8.self))
        for row in rows {
            let cells = try line(template, .object(listing.object(row)))
            writer.add(lines: out.escaped(String(decoding: cells, as: UTF8.self), as: .lines))
        }
        try writer.flush()
    }

    private func line(_ template: Template, _ value: TemplateValue) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try render(template, value, into: &bytes)
        return bytes
    }

    private func render(_ template: Template, _ value: TemplateValue, into bytes: inout [UInt8]) throws {
        do {
            try template.render(value, into: &bytes)
        } catch {
            throw Failure(template: error)
        }
        bytes.append(UInt8(ascii: "\n"))
    }
}

extension Template {
    /// Compiles, turning a mistake into the sentence that a person reads.
    static func compile(_ text: String, functions: FunctionSet = .docker, status: Int32 = 1) throws -> Template {
        do {
            return try Template(text, functions: functions)
        } catch {
            throw Failure(template: error, status: status)
        }
    }
}

extension Failure {
    /// Scripts match on Go's own words, which stand on the first line.
    init(template error: TemplateError, status: Int32 = 1) {
        let hint = error.hint.map { "\nhint: \($0)" } ?? ""
        self.init("template parsing error: \(error.message)\(hint)", status: status)
    }
}

extension TemplateValue {
    /// The value of a table's cell.
    var plainText: String {
        switch self {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .int(let number): String(number)
        default: ""
        }
    }
}
