/// One flag of a command: its words, its meaning, and the field it fills.
public struct Flag<Body> {
    /// Everything about the flag but the field.
    public fileprivate(set) var spec: FlagSpec
    fileprivate(set) var take: (inout Body, String) throws(ValueError) -> Void
    /// What may stand as its value; asked only when that value is completed.
    let completion: () -> Completion?
    let defaultText: (Body) -> String

    /// - Parameters:
    ///   - name: the long name without dashes.
    ///   - short: the one-letter name.
    ///   - field: what the flag fills.
    ///   - help: one line, in our own words, without a full stop.
    ///   - value: the placeholder that help shows for the value; nil shows the type.
    ///   - since: the lowest API version of an engine that understands the flag.
    ///   - only: the operating system of the engines that have it (`windows`), nil for all.
    ///   - bare: the value taken when the flag stands alone, where it differs from the type's.
    ///   - hidden: left out of help and completion.
    ///   - deprecated: what to use instead; the flag still works.
    ///   - group: the heading it stands under where a command has many flags.
    ///   - completing: what may stand as its value, where that does not follow from the type.
    public init<Value: FlagValue>(
        _ name: String, short: Character? = nil, _ field: WritableKeyPath<Body, Value>, _ help: String,
        value: String? = nil, since: String? = nil, only: String? = nil, bare: String? = nil, hidden: Bool = false,
        deprecated: String? = nil, group: String? = nil,
        completing: @autoclosure @escaping () -> Completion? = nil
    ) {
        spec = FlagSpec(
            name: name, short: short, help: help, typeName: Value.typeName, valueName: value ?? Value.typeName,
            since: since, onlyOn: only, bareValue: bare ?? Value.bareValue, isHidden: hidden, deprecated: deprecated,
            group: group, isList: Value.isList)
        completion = { completing() ?? Value.completion }
        take = { (body: inout Body, text: String) throws(ValueError) in try body[keyPath: field].take(text) }
        defaultText = { $0[keyPath: field].defaultText }
    }

    /// The same flag where only newer engines understand it.
    public func since(_ version: String) -> Flag {
        var flag = self
        flag.spec.since = version
        return flag
    }

    fileprivate init<Inner>(lifting inner: Flag<Inner>, to path: WritableKeyPath<Body, Inner>) {
        spec = inner.spec
        completion = inner.completion
        take = { (body: inout Body, text: String) throws(ValueError) in try inner.take(&body[keyPath: path], text) }
        defaultText = { inner.defaultText($0[keyPath: path]) }
    }
}

/// The part of a flag that parsing, help, completion and man pages share.
public struct FlagSpec: Equatable, Sendable {
    public let name: String
    public let short: Character?
    public let help: String
    public let typeName: String
    public let valueName: String
    /// The lowest API version that understands the flag (`1.25`), nil for all.
    public fileprivate(set) var since: String?
    public let onlyOn: String?
    public let bareValue: String?
    public let isHidden: Bool
    public let deprecated: String?
    /// The heading it stands under where a command has many flags.
    public fileprivate(set) var group: String?
    /// Whether it may be given more than once.
    public let isList: Bool

    /// How the flag is written in sentences: `--name`.
    public var spelling: String { "--\(name)" }
}

extension Array {
    /// The same flags for a larger body that holds the smaller one in a field.
    public func at<Outer, Inner>(_ path: WritableKeyPath<Outer, Inner>) -> [Flag<Outer>] where Element == Flag<Inner> {
        map { Flag<Outer>(lifting: $0, to: path) }
    }

    /// The same flags, of which any that is typed sets a switch too, whatever its value.
    public func noting<Body>(in field: WritableKeyPath<Body, Bool>) -> [Flag<Body>] where Element == Flag<Body> {
        map { flag in
            var noting = flag
            noting.take = { (body: inout Body, text: String) throws(ValueError) in
                try flag.take(&body, text)
                body[keyPath: field] = true
            }
            return noting
        }
    }

    /// The same flags under a heading, for those that have none yet.
    public func grouped<Body>(_ heading: String) -> [Flag<Body>] where Element == Flag<Body> {
        map { flag in
            var flag = flag
            flag.spec.group = flag.spec.group ?? heading
            return flag
        }
    }
}
