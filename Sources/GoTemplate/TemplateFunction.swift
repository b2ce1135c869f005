/// A function that templates can call.
public struct TemplateFunction: Sendable {
    /// What an argument has to be.
    public enum Parameter: Sendable {
        /// Any value.
        case any
        case string
        case int
    }

    /// Why a function gives no value; the template reports `error calling NAME: ` and this.
    public struct Failure: Error {
        /// The reason, without a full stop.
        public var message: String

        /// A failure for this reason.
        public init(_ message: String) {
            self.message = message
        }
    }

    /// What the evaluator does itself instead of evaluating every argument and calling the body.
    enum Form: Sendable {
        case plain
        case shortCircuit(stopsAt: Bool)
        /// The first operand is the callee's text.
        case call
    }

    let parameters: [Parameter]
    let rest: Parameter?
    let form: Form
    let body: @Sendable ([Operand]) throws(Failure) -> TemplateValue

    /// A function of a fixed number of parameters.
    public init(
        _ parameters: [Parameter], _ body: @escaping @Sendable ([TemplateValue]) throws(Failure) -> TemplateValue
    ) {
        self.init(parameters, rest: nil) { operands throws(Failure) in try body(operands.map(\.value)) }
    }

    init(
        _ parameters: [Parameter], rest: Parameter?, form: Form = .plain,
        _ body: @escaping @Sendable ([Operand]) throws(Failure) -> TemplateValue
    ) {
        self.parameters = parameters
        self.rest = rest
        self.form = form
        self.body = body
    }
}
