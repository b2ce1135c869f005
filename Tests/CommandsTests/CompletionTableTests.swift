import CommandGrammar
import Configuration
import Terminal
import Testing

@testable import Commands

@Suite("Everything that takes a value completes, or it is said why not")
struct CompletionTableTests {
    /// Types whose values nobody can foresee: numbers, lengths of time, addresses.
    private static let openTypes: Set<String> = [
        "bytes", "decimal", "duration", "float", "int", "int64", "ip", "ipNetSlice", "ipSlice", "uint", "uint16",
        "uint32", "uint64",
    ]

    /// Flags and arguments whose value a person makes up.
    private static let freeText: [String: String] = {
        let reasons = [
            "a name that is to be given": [
                "--alias", "--domainname", "--group", "--hostname", "--name", "--network-alias", "NEW_NAME",
                "checkpoint create CHECKPOINT", "network create NETWORK", "plugin create PLUGIN",
                "volume create VOLUME",
            ],
            "a text that is to be kept": [
                "--annotation", "--author", "--label", "--message", "--topology-preferred", "--topology-required",
            ],
            "a name of a registry, which would have to be asked": ["REMOTE", "TERM", "plugin install PLUGIN"],
            "settings of a plugin that is not here yet": ["plugin install KEY=VALUE"],
            "what the container holds, which only its own programs can tell": [
                "--entrypoint", "--group-add", "--health-cmd", "--tmpfs", "--user", "--workdir", "COMMAND",
                "ps OPTIONS",
            ],
            "a point in time": ["--since", "--until"],
            "addresses, ports and domains": [
                "--add-host", "--aux-address", "--dns", "--dns-search", "--expose", "--link-local-ip", "--mac-address",
                "--publish", "--subnet",
            ],
            "parts of the engine's machine": [
                "--cgroup-parent", "--checkpoint-dir", "--cpuset-cpus", "--cpuset-mems", "--device-cgroup-rule",
            ],
            "of a container that is named later on the line": ["--checkpoint"],
            "known to a driver alone": ["--ipam-opt", "volume create --secret"],
            "taken and without effect, as docker has it": ["plugin create WORD"],
            "stages of a Dockerfile": ["--target"],
            "credentials": ["--password", "--username"],
        ]
        return Dictionary(uniqueKeysWithValues: reasons.flatMap { reason, names in names.map { ($0, reason) } })
    }()

    /// One place of the tree where a value is typed.
    private struct Place: Sendable, CustomTestStringConvertible {
        /// The words before it.
        let words: [String]
        /// `--name`, or an argument's placeholder.
        let name: String
        let type: String
        let command: String
        var testDescription: String { "\(command) \(name)" }
    }

    private static let places: [Place] = {
        var found: [Place] = []
        func add(_ flags: [FlagSpec], _ path: [String], _ command: String) {
            for flag in flags where flag.bareValue == nil && !flag.isHidden {
                found.append(
                    Place(words: path + [flag.spelling], name: flag.spelling, type: flag.typeName, command: command))
            }
        }
        func walk(_ commands: [CommandGrammar.Command<Session>], _ path: [String]) {
            for command in commands where !command.isHidden {
                let path = path + [command.name]
                let name = path.joined(separator: " ")
                if let level = command.subcommands { walk(level, path) }
                guard let signature = command.signature else { continue }
                add(signature.flags, path, name)
                var before = path
                for argument in signature.arguments {
                    found.append(Place(words: before, name: argument.name, type: "", command: name))
                    before.append("x")
                }
            }
        }
        add(Root.tree.flags.map(\.spec), [], "")
        walk(Root.tree.commands, [])
        return found
    }()

    /// Knows one name of each kind, and the placeholders that the program knows.
    private struct Source: CompletionSource {
        let real: SessionNames

        func names(_ kind: NameKind) -> [Candidate] { [Candidate("one of \(kind.name)")] }
        func files(beginning path: String, foldersOnly: Bool) -> [Candidate] { [] }
        func meaning(of placeholder: String) -> Completion? { real.meaning(of: placeholder) }
    }

    private func offers(_ place: Place) -> Bool {
        let world = World(
            environment: Environment([:]), input: 0, out: Output(memory: .file), err: Output(memory: .file),
            now: { Timestamp(seconds: 0) }, dial: { _ in throw ConversationError(line: "no engine") })
        let source = Source(real: SessionNames(session: Session(world: world, options: GlobalOptions())))
        let offer = Completer(Root.tree, source: source).complete(place.words + [""])
        return !offer.candidates.isEmpty || offer.paths != .none
    }

    @Test("each flag's value and each argument is offered something, or is of a kind that cannot be foreseen")
    func holes() {
        #expect(Self.places.count > 500)
        var unused = Set(Self.freeText.keys)
        for place in Self.places {
            let key = Self.freeText[place.testDescription] == nil ? place.name : place.testDescription
            let isFree = Self.freeText[key] != nil
            unused.remove(key)
            let isOffered = offers(place)
            #expect(
                isOffered || isFree || Self.openTypes.contains(place.type), "\(place.testDescription) \(place.type)")
        }
        #expect(unused.isEmpty, "no such flag or argument: \(unused)")
    }
}
