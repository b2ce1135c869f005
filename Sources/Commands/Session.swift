import CommandGrammar
import Configuration
import EngineAPI
import Terminal
import Transport

typealias Command = CommandGrammar.Command<Session>

/// One run of the program: the way of a command to its engine, its terminal and its configuration.
public final class Session {
    let world: World
    let options: GlobalOptions

    init(world: World, options: GlobalOptions) {
        self.world = world
        self.options = options
        folder = ConfigFolder(flag: options.config, world.environment)
    }

    var out: Output { world.out }
    var err: Output { world.err }
    /// File descriptor of standard input.
    var input: Int32 { world.input }
    var environment: Environment { world.environment }
    var now: Timestamp { world.now() }

    let folder: ConfigFolder

    /// `config.json`; what is wrong with it is said once.
    private(set) lazy var config: ConfigFile = {
        let file = folder.configFile
        if let complaint = file.complaint { warn(complaint) }
        return file
    }()

    /// The engine; nothing is sent before the first request.
    private(set) lazy var engine: Engine = Engine(session: self)

    /// One line of talk on stderr; engine text in it cannot drive the terminal.
    ///
    /// A stderr that cannot be written to is no reason to stop the work.
    func say(_ line: String) {
        try? err.writeLine(err.escaped(line))
    }

    /// A warning of ours on stderr.
    func warn(_ line: String) { say("WARNING: \(line)") }

    /// Refuses what was typed where the engine is too old for it.
    func check(_ gates: [Gate]) throws {
        for gate in gates {
            guard let needed = APIVersion(gate.since), needed > .oldest else { continue }
            try require(needed, for: gate.subject)
        }
    }

    /// Refuses `subject` on an engine below `version`.
    func require(_ version: APIVersion, for subject: String) throws {
        let ping = try engine.ping()
        if ping.version < version { throw Failure(subject, needs: version, but: ping) }
    }
}
