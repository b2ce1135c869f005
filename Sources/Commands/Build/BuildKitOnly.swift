import CommandGrammar

/// Flags of other builders: without BuildKit they cannot be honoured, and must not be ignored.
struct BuildKitOnly: Equatable {
    /// Text of BuildKit's own grammar, which is not read here.
    struct Option: ListElement {
        static var typeName: String { "stringArray" }

        init(parsing text: String) {}
    }

    var secrets: ListOf<Option> = []
    var agents: ListOf<Option> = []
    var outputs: ListOf<Option> = []
    var cacheTo: [String] = []
    var contexts: [String] = []
    var noCacheFilters: [String] = []
    var attestations: [String] = []
    var provenance = ""
    var sbom = ""
    var annotations: [String] = []
    var allowed: [String] = []
    var method = ""
    var metadataFile = ""
    var builder = ""
    var pushes = false
    var checks = false

    static var flags: [Flag<BuildKitOnly>] {
        [
            Flag(
                "secret", \.secrets, "A secret for the build (BuildKit only)", since: "1.39", completing: .buildSecrets),
            Flag(
                "ssh", \.agents, "An SSH agent for the build (BuildKit only)", since: "1.39", completing: .buildAgents),
            Flag(
                "output", short: "o", \.outputs, "Where the result goes (BuildKit only)", since: "1.40",
                completing: .buildOutputs),
            Flag("cache-to", \.cacheTo, "Where the cache goes (BuildKit only)", hidden: true),
            Flag("build-context", \.contexts, "One more context (BuildKit only)", hidden: true),
            Flag("no-cache-filter", \.noCacheFilters, "Stages to build anew (BuildKit only)", hidden: true),
            Flag("attest", \.attestations, "Attestations of the image (BuildKit only)", hidden: true),
            Flag("provenance", \.provenance, "Provenance of the image (BuildKit only)", bare: "true", hidden: true),
            Flag("sbom", \.sbom, "Contents of the image (BuildKit only)", bare: "true", hidden: true),
            Flag("annotation", \.annotations, "Annotations of the image (BuildKit only)", hidden: true),
            Flag("allow", \.allowed, "Rights of the build (BuildKit only)", hidden: true),
            Flag("call", \.method, "What to do with the Dockerfile (BuildKit only)", hidden: true),
            Flag("metadata-file", \.metadataFile, "A file for facts of the build (BuildKit only)", hidden: true),
            Flag("builder", \.builder, "The builder to use (BuildKit only)", hidden: true),
            Flag("push", \.pushes, "Push the image (BuildKit only)", hidden: true),
            Flag("check", \.checks, "Only check the Dockerfile (BuildKit only)", hidden: true),
        ]
    }

    /// - Throws: `Failure` naming the first flag that was typed and asks for something.
    func refuse() throws(Failure) {
        let isAsked: [(String, Bool)] = [
            ("secret", secrets != []), ("ssh", agents != []), ("output", outputs != []),
            ("cache-to", !cacheTo.isEmpty), ("build-context", !contexts.isEmpty),
            ("no-cache-filter", !noCacheFilters.isEmpty), ("attest", !attestations.isEmpty),
            ("provenance", !["", "false"].contains(provenance)), ("sbom", !["", "false"].contains(sbom)),
            ("annotation", !annotations.isEmpty), ("allow", !allowed.isEmpty),
            ("call", !["", "build"].contains(method)),
            ("metadata-file", !metadataFile.isEmpty), ("builder", !["", "default"].contains(builder)), ("push", pushes),
            ("check", checks),
        ]
        guard let name = isAsked.first(where: \.1)?.0 else { return }
        throw Failure("--\(name) needs BuildKit, and this tug builds with the engine's classic builder")
    }
}
