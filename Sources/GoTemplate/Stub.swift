public struct FunctionSet: Sendable {
    public static let docker = FunctionSet(); public static let dockerHeading = FunctionSet()
}
public struct TemplateFunction: Sendable {
    public enum Parameter: Sendable { case any, string, int };
    public struct Failure: Error { public var message: String }
}
public struct Template {
    public init(_ s: String, functions: FunctionSet = .docker) throws(TemplateError) {};
    public func render(_ v: TemplateValue, into: inout [UInt8]) throws(TemplateError) {};
    public func mentions(field: String) -> Bool { false }
}
