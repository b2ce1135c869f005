import GoTemplate
import JSON
import Terminal

/// Prints objects one by one as `inspect` does: JSON or a template, first what was found, then what went wrong.
struct Inspector {
    private enum Format {
        case indented
        case compact
        case template(Template)
        /// What `--pretty` prints of an object.
        case prose((JSONValue) throws -> String)
    }

    private let format: Format

    /// - Parameter format: the text of `--format`; nil and empty mean indented JSON.
    /// - Throws: `Failure` with status 64 for a template that does not parse.
    init(format: String?) throws {
        switch format ?? "" {
        case "": self.init(.indented)
        case "json": self.init(.compact)
        case let text: self.init(.template(try .compile(text, status: 64)))
        }
    }

    /// For objects that can be told in a person's words too: `--pretty`, or the word `pretty` for a format.
    ///
    /// - Parameter prose: an object's text, its last newline included.
    /// - Throws: `Failure` as above, and where more than the word was typed.
    init(format: String?, pretty: Bool, prose: @escaping (JSONValue) throws -> String) throws {
        guard pretty || format == "pretty" else {
            if format?.hasPrefix("pretty") == true {
                throw Failure("--format pretty stands alone: nothing can be added to it")
            }
            try self.init(format: format)
            return
        }
        self.init(.prose(prose))
    }

    private init(_ format: Format) { self.format = format }

    /// Looks each name up and prints what was found; goes on after an error.
    ///
    /// - Throws: `ExitStatus` 1 when there were errors, after they were said.
    func show(_ names: [String], on session: Session, find: (String) throws -> Inspected) throws {
        if case .prose(let text) = format { return try show(names, on: session, text: text, find: find) }
        var errors: [any Error] = []
        var count = 0
        for name in names {
            do {
                let text = try text(of: try find(name))
                try session.out.write(opening(after: count) + text)
                count += 1
            } catch let error as OutputError {
                throw error
            } catch {
                errors.append(error)
                if error is ConnectionFailure { break }
            }
        }
        try session.out.write(closing(after: count))
        if errors.isEmpty { return }
        try session.out.flush()
        for error in errors { Verdict(error).line.map(session.say) }
        throw ExitStatus(code: 1)
    }

    /// All objects, or none where one is not there.
    private func show(
        _ names: [String], on session: Session, text: (JSONValue) throws -> String, find: (String) throws -> Inspected
    ) throws {
        for object in try names.map(find) { try session.out.writeEscaped(try text(object.view)) }
    }

    private func opening(after count: Int) -> [UInt8] {
        switch format {
        case .indented: Array((count == 0 ? "[\n    " : ",\n    ").utf8)
        case .compact: Array((count == 0 ? "[" : ",").utf8)
        case .template, .prose: []
        }
    }

    private func closing(after count: Int) -> [UInt8] {
        switch format {
        case .indented: Array((count == 0 ? "[]\n" : "\n]\n").utf8)
        case .compact: Array((count == 0 ? "[]\n" : "]\n").utf8)
        case .prose: []
        case .template: Array((count == 0 ? "\n" : "").utf8)
        }
    }

    private func text(of object: Inspected) throws -> [UInt8] {
        var bytes: [UInt8] = []
        switch format {
        case .indented: object.json.indented(prefix: "    ", into: &bytes)
        case .compact: object.json.compact(into: &bytes)
        case .template(let template):
            bytes = try render(template, object)
            bytes.append(UInt8(ascii: "\n"))
        case .prose(let text): bytes = Array(try text(object.view).utf8)
        }
        return bytes
    }

    /// Go's names first; where those fail, the JSON's own, so that members without a Go name can be reached.
    private func render(_ template: Template, _ object: Inspected) throws -> [UInt8] {
        var bytes: [UInt8] = []
        if (try? template.render(object.typed, into: &bytes)) != nil { return bytes }
        bytes = []
        var strict = template
        strict.missingKey = .error
        do {
            try strict.render(object.raw, into: &bytes)
        } catch {
            throw Failure(template: error)
        }
        return bytes
    }
}
