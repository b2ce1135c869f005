/// The functions a template may call, by name.
public struct FunctionSet: Sendable {
    private var functions: [String: TemplateFunction]

    /// Go's own functions and those docker adds: json, split, join, title, lower, upper, pad and truncate.
    public static let docker = FunctionSet(functions: builtins.merging(dockerFunctions) { $1 })

    /// The functions for a table's heading: docker's give their first argument back, except for `pad`.
    public static let dockerHeading = docker.adding(
        Dictionary(
            uniqueKeysWithValues: dockerFunctions.filter { $0.key != "pad" }.map { name, function in
                (name, TemplateFunction(headingParameters(function)) { $0.first ?? .null })
            }))

    /// This set with further functions, which win over those of the same name.
    public func adding(_ functions: [String: TemplateFunction]) -> FunctionSet {
        FunctionSet(functions: self.functions.merging(functions) { $1 })
    }

    /// The function of a name, nil where there is none.
    public subscript(name: String) -> TemplateFunction? { functions[name] }

    var names: [String] { functions.keys.sorted() }

    private static func headingParameters(_ function: TemplateFunction) -> [TemplateFunction.Parameter] {
        [.string] + function.parameters.dropFirst()
    }
}
