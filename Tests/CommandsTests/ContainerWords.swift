import CommandGrammar
import EngineAPI
import JSON

@testable import Commands

/// Words of `tug create` on their way to fields and to a body.
enum ContainerWords {
    struct NoCreate: Error {}

    /// The options that the words fill; an image follows them unseen.
    static func options(_ words: [String]) throws -> ContainerOptions {
        var globals = GlobalOptions()
        let request = try Root.tree.parse(["create"] + words + ["busybox"], globals: &globals)
        guard case .run(let filled, _, _) = request, let create = filled.action as? ContainerCreate else {
            throw NoCreate()
        }
        return create.options
    }

    /// The one line that wrong words give; nil when they are right.
    static func complaint(_ words: String...) throws -> String? {
        do {
            _ = try options(words)
            return nil
        } catch let error as UsageError {
            return error.description
        }
    }

    /// The body for an engine of API 1.`minor`.
    static func body(_ words: [String], minor: Int = 41) throws -> JSONNode {
        var inputs = ContainerInputs(version: APIVersion(1, minor))
        inputs.workingDirectory = "/home/here"
        return try options(words).body(image: "busybox", command: [], inputs)
    }

    /// One field of the body as JSON; `null` where it is absent.
    static func config(_ field: String, _ words: String..., minor: Int = 41) throws -> String {
        text(try body(words, minor: minor)[field])
    }

    /// One field of the body's `HostConfig` as JSON; `null` where it is absent.
    static func host(_ field: String, _ words: String..., minor: Int = 41) throws -> String {
        text(try body(words, minor: minor)["HostConfig"]?[field])
    }

    /// The body's `EndpointsConfig` as JSON.
    static func endpoints(_ words: String..., minor: Int = 41) throws -> String {
        text(try body(words, minor: minor)["NetworkingConfig"]?["EndpointsConfig"])
    }

    /// What the values ask of an engine: `SUBJECT 1.44`.
    static func needs(_ words: String...) throws -> [String] {
        try options(words).needs.map { "\($0.subject) \($0.version)" }
    }

    private static func text(_ node: JSONNode?) -> String {
        node.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "null"
    }
}
