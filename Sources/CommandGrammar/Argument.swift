/// One positional argument of a command, or a run of them at the end.
///
/// `completing` tells what may stand there from what the words before filled; nil leaves it to the name.
public struct Argument<Body> {
    public let spec: ArgumentSpec
    let take: (inout Body, String) -> Void
    let completion: (Body) -> Completion?

    /// An argument that must be there.
    public init(
        _ name: String, _ field: WritableKeyPath<Body, String>,
        completing: @escaping (Body) -> Completion? = { _ in nil }
    ) {
        completion = completing
        spec = ArgumentSpec(name: name, minimum: 1, maximum: 1)
        take = { $0[keyPath: field] = $1 }
    }

    /// An argument that may be there.
    public init(
        optional name: String, _ field: WritableKeyPath<Body, String?>,
        completing: @escaping (Body) -> Completion? = { _ in nil }
    ) {
        completion = completing
        spec = ArgumentSpec(name: name, minimum: 0, maximum: 1)
        take = { $0[keyPath: field] = $1 }
    }

    /// All the words that are left, at least `atLeast` of them.
    public init(
        _ name: String, all field: WritableKeyPath<Body, [String]>, atLeast minimum: Int = 0,
        completing: @escaping (Body) -> Completion? = { _ in nil }
    ) {
        completion = completing
        spec = ArgumentSpec(name: name, minimum: minimum, maximum: nil)
        take = { $0[keyPath: field].append($1) }
    }
}

/// The part of an argument that parsing, help and completion share.
public struct ArgumentSpec: Equatable, Sendable {
    public let name: String
    public let minimum: Int
    /// nil for any number.
    public let maximum: Int?

    /// As a usage line writes it: `IMAGE`, `[COMMAND]`, `CONTAINER [CONTAINER...]`, `[ARG...]`.
    public var usage: String {
        switch (minimum, maximum) {
        case (0, 1?): "[\(name)]"
        case (_, 1?): name
        case (0, _): "[\(name)...]"
        default: "\(name) [\(name)...]"
        }
    }
}
