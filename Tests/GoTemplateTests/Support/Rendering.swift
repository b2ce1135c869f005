import GoTemplate

/// What a template printed and what stopped it.
struct Rendering: Equatable {
    var output = ""
    var error: String?
    var hint: String?

    init(
        _ source: String, _ data: TemplateValue = .null, functions: FunctionSet = .docker,
        missingKey: Template.MissingKey = .noValue
    ) {
        var bytes: [UInt8] = []
        do throws(TemplateError) {
            let template = try Template(source, functions: functions, missingKey: missingKey)
            try template.render(data, into: &bytes)
        } catch {
            self.error = error.message
            hint = error.hint
        }
        output = String(decoding: bytes, as: UTF8.self)
    }
}

extension Rendering {
    /// What a template without an error printed.
    init(output: String) {
        self.init("")
        self.output = output
    }
}
