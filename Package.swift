// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], data: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, exclude: data, swiftSettings: strict)
}

// The same inputs are a test, and with TUG_FUZZ set a program for libFuzzer (`scripts/fuzz`).
let fuzzing: Target =
    Context.environment["TUG_FUZZ"] == nil
    ? .testTarget(
        name: "TemplateFuzzTests", dependencies: ["Commands"], path: "Tests/Fuzz",
        exclude: ["Corpus", "FuzzTarget.swift"],
        swiftSettings: strict)
    : .executableTarget(
        name: "TemplateFuzz", dependencies: ["Commands"], path: "Tests/Fuzz", exclude: ["Corpus", "CorpusTests.swift"],
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])

let package = Package(
    name: "tug",
    products: [.executable(name: "tug", targets: ["tug"])],
    targets: [
        .target(name: "CStart"),
        .target(name: "CTerminal", cSettings: [.define("_GNU_SOURCE")]),
        .target(name: "CCurl", cSettings: [.define("_GNU_SOURCE")]),
        .systemLibrary(name: "CXattr"),
        module("CommandGrammar"),
        module("GoTemplate"),
        module("JSON"),
        module("Filters"),
        module("Terminal", ["CTerminal"]),
        module("Transport", ["CCurl"]),
        module("EngineAPI", ["Transport", "JSON", "Filters"]),
        module("Configuration", ["JSON", "Terminal"]),
        module(
            "Commands",
            [
                "CommandGrammar", "GoTemplate", "JSON", "Filters", "Terminal", "Transport", "EngineAPI",
                "Configuration", "CXattr",
            ]),
        .executableTarget(name: "tug", dependencies: ["CStart", "Commands"], swiftSettings: strict),
        .executableTarget(name: "tug-manual", dependencies: ["Commands"], swiftSettings: strict),
        tests("CommandGrammar"),
        tests("GoTemplate", data: ["Fixtures"]),
        tests("JSON", data: ["Fixtures"]),
        tests("Filters"),
        .target(
            name: "CTerminalTestSupport", dependencies: ["CTerminal"], path: "Tests/CTerminalTestSupport",
            cSettings: [.define("_GNU_SOURCE")]),
        tests("Terminal", ["CTerminalTestSupport"]),
        tests("Transport"),
        tests("EngineAPI"),
        tests("Configuration"),
        tests("Commands", ["CXattr"], data: ["Conversations", "Fixtures"]),
        .testTarget(
            name: "VersionTests",
            dependencies: ["tug", "Commands", "Configuration", "CTerminalTestSupport", "Terminal", "Transport"],
            exclude: ["Fixtures", "Gates", "Rows", "gates.tsv", "gates-table.tsv", "seed.tsv", "table.tsv"],
            swiftSettings: strict),
        fuzzing,
        // Alone in the root of a container: it must need no library.
        .executableTarget(
            name: "tug-test-plugin", path: "Tests/EnginePlugin",
            linkerSettings: [.unsafeFlags(["-static-executable"])]),
        .testTarget(
            name: "EngineTests", dependencies: ["tug", "tug-test-plugin", "CTerminalTestSupport"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
