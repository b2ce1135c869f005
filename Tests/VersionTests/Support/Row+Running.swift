import CTerminalTestSupport
import Commands
import Configuration
import Foundation
import Terminal
import Testing
import Transport

extension Row.Case {
    /// Runs the command against its engine.
    ///
    /// - Parameter folder: what `{dir}` stands for.
    /// - Returns: what is not as it should be, a line each.
    func complaints(folder: String) throws -> [String] {
        let run = try run(folder: folder)
        var complaints: [String] = []
        if run.status != status { complaints.append("the status is \(run.status), not \(status)") }
        complaints += out.complaints("stdout", run.out)
        complaints += err.complaints("stderr", run.err)
        complaints += self.complaints(about: run.sent)
        return complaints.map { "\(line) on \(engine): \($0)" }
    }

    /// What the command prints.
    func output(folder: String) throws -> String { try run(folder: folder).out }

    private struct Run {
        var status: Int32
        var out: String
        var err: String
        var sent: [Sent]
    }

    private func run(folder: String) throws -> Run {
        var variables = environment.filter { !$0.value.isEmpty }
        variables["DOCKER_CONFIG"] = variables["DOCKER_CONFIG"]?.replacing("{dir}", with: folder) ?? "/nonexistent"
        let engine: any TestEngine
        switch self.engine {
        case .made(let version):
            engine = try ReplayEngine(version: version, scripted: answers.filter { !$0.isOfRegistry })
        case .proxied(let version, let real): engine = VersionProxy(version: version, before: real)
        case .pinned(let version, let real):
            engine = VersionProxy(version: nil, before: real)
            variables["DOCKER_API_VERSION"] = version
        }
        if answers.contains(where: \.isOfRegistry) { FakeRegistry.shared.begin(answers.filter(\.isOfRegistry)) }
        let listens = isShell || line.contains("{socket}") || line.contains("{tcp}")
        let socket = "\(folder)/\(UInt32.random(in: 0...(.max))).sock"
        if listens { try engine.listen(at: socket) }
        let tcp = line.contains("{tcp}") ? try engine.listen() : ""
        let fill = { (text: String) in
            text.replacing("{dir}", with: folder).replacing("{socket}", with: socket).replacing("{tcp}", with: tcp)
                .replacing("{engine}", with: self.engine.real?.socket ?? "")
        }
        let (standardInput, otherEnd) = try openInput()
        defer {
            close(standardInput)
            if let otherEnd { close(otherEnd) }
        }
        if isShell {
            variables["DOCKER_HOST"] = "unix://\(socket)"
            let run = try Shell.run(
                fill(line), environment: variables, input: FileHandle(fileDescriptor: standardInput))
            return Run(status: run.status, out: run.out, err: run.err, sent: engine.log.all)
        }
        let (out, err) = (Output(memory: .file), Output(memory: .file))
        let isReal = self.engine.isReal
        let world = World(
            environment: Environment(variables), input: standardInput, out: out, err: err,
            now: { isReal ? .now() : Timestamp(seconds: 1_795_424_000) },
            dial: { listens ? try $0.connect() : try engine.connect() }, catchSignals: { _ in nil })
        let status = Program(world).run(words.map(fill))
        return Run(
            status: status, out: String(decoding: out.collected, as: UTF8.self),
            err: String(decoding: err.collected, as: UTF8.self), sent: engine.log.all)
    }

    /// Standard input, and the end of it that has to stay open.
    private func openInput() throws -> (Int32, Int32?) {
        guard let terminal else {
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { throw Problem("no pipe") }
            _ = input.withCString { write(ends[1], $0, strlen($0)) }
            close(ends[1])
            return (ends[0], nil)
        }
        var (master, slave): (Int32, Int32) = (-1, -1)
        guard terminal_test_open(&master, &slave) == 0,
            terminal_test_resize(slave, Int32(terminal.0), Int32(terminal.1)) == 0
        else { throw Problem("no terminal") }
        return (slave, master)
    }

    /// The version that requests must carry.
    private var version: String {
        switch engine {
        case .made(let version), .proxied(let version, _), .pinned(let version, _):
            environment["DOCKER_API_VERSION"].flatMap { $0.isEmpty ? nil : $0 } ?? version
        }
    }

    private func complaints(about sent: [Sent]) -> [String] {
        let own = sent.filter { !$0.isNegotiation }
        let told = own.map { "\($0.line) \(String(decoding: $0.body.prefix(2000), as: UTF8.self))" }
        var complaints: [String] = []
        let negotiated = sent.filter(\.isNegotiation).map(\.line)
        if !negotiation.isEmpty, negotiated != negotiation { complaints.append("its first questions: \(negotiated)") }
        if asksNothing, !own.isEmpty { complaints.append("it asked \(told)") }
        for request in own where request.target.version != version {
            complaints.append("\(request.line) was sent as version \(request.target.version ?? "none")")
        }
        // Connections are served side by side: what was sent on two of them may be noted in either order.
        complaints += Self.missing(asked.filter { !$0.isByEngine }, among: own)
        let ofRegistry = FakeRegistry.shared.log.all
        complaints += Self.missing(asked.filter(\.isByEngine), among: ofRegistry).map { "for the registry: \($0)" }
        for pattern in unasked where told.contains(where: { Pattern.isFound(pattern, in: $0) }) {
            complaints.append("it asked with \(pattern): \(told)")
        }
        return complaints
    }

    private static func missing(_ asked: [Row.Asked], among sent: [Sent]) -> [String] {
        var rest = sent
        for asked in asked {
            guard let found = rest.firstIndex(where: { asked.fits($0) }) else {
                let told = sent.map { "\($0.line) \(String(decoding: $0.body.prefix(2000), as: UTF8.self))" }
                return ["it did not ask \(asked.line) \(asked.body) \(asked.headers), but \(told)"]
            }
            rest.remove(at: found)
        }
        return []
    }
}

extension Row.Asked {
    func fits(_ sent: Sent) -> Bool {
        let text = String(decoding: sent.body, as: UTF8.self)
        return Pattern.matches(line, sent.line) && body.allSatisfy { Pattern.isFound($0, in: text) }
            && headers.allSatisfy { wanted in sent.headers.contains { Pattern.matches(wanted, $0) } }
    }
}

extension Row.Lines {
    func complaints(_ name: String, _ text: String) -> [String] {
        let lines = text.components(separatedBy: "\n").dropLast(text.hasSuffix("\n") || text.isEmpty ? 1 : 0)
        var complaints: [String] = []
        if !all.isEmpty || (some.isEmpty && none.isEmpty && !isFree) {
            let fits = lines.count == all.count && zip(all, lines).allSatisfy { Pattern.matches($0, $1) }
            if !fits { complaints.append("\(name) is\n\(text)") }
        }
        for pattern in some where !lines.contains(where: { Pattern.matches(pattern, $0) }) {
            complaints.append("\(name) has no line \(pattern):\n\(text)")
        }
        for pattern in none where lines.contains(where: { Pattern.isFound(pattern, in: $0) }) {
            complaints.append("\(name) has \(pattern):\n\(text)")
        }
        return complaints
    }
}
