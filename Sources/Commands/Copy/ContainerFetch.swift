import Configuration
import EngineAPI
import JSON
import Terminal
import Transport

/// A copy out of a container.
struct ContainerFetch {
    let session: Session
    let container: String
    let source: CopyPath
    let followsLink: Bool
    let isArchive: Bool
    let isQuiet: Bool

    private static let since = APIVersion(1, 20)

    /// Writes the archive to stdout as it comes.
    func stream() throws {
        try ArchiveSink.checkStandardOut(session)
        let (answer, _) = try ask(for: resolved())
        try ArchiveSink.copy(answer, verb: "Copying", session: session, isQuiet: isQuiet, to: session.out.write)
    }

    /// Unpacks what the archive has of the source, and refuses anything else in it.
    ///
    /// - Returns: the bytes that were copied.
    func unpack(to destination: CopyPath) throws -> Int {
        let path = try resolved()
        let (answer, facts) = try ask(for: path)
        defer { answer.close() }
        let line = TransferLine("Copying", session: session, isQuiet: isQuiet)
        defer { line.finish() }
        let reader = TarReader { buffer in
            let count = try answer.readWhole(into: buffer)
            line.count(count)
            return count
        }
        guard let first = try reader.next() else { throw TarError.empty }
        let name = path.name.map { _ in source.name ?? path.name ?? "" }
        let target = try LocalTarget(
            destination, name: name, isFolder: facts?.isFolder ?? (first.kind == .directory))
        let extraction = Extraction(below: target.folder, place: target.place, isExact: isArchive)
        let naming = TarNaming(wanted: path, target: target.path)
        var next: TarMember? = first
        while let member = next {
            var link: TarPath?
            if case .hardLink(let to) = member.kind { link = try naming.path(of: to) }
            try extraction.add(member, at: naming.path(of: member.name), link: link, from: reader)
            next = try reader.next()
        }
        try extraction.finish()
        return line.total
    }

    /// The source, or with `--follow-link` what it leads to.
    private func resolved() throws -> CopyPath {
        guard followsLink else { return source }
        try session.require(Self.since, for: "--follow-link")
        let answer = try session.engine.send(.containerPath(source.text, of: container))
        answer.discard()
        let facts = try session.pathFacts(answer)
        return facts.isLink ? source.following(facts.linkTarget) : source
    }

    private func ask(for path: CopyPath) throws -> (Answer, ContainerPathFacts?) {
        guard try session.engine.version() >= Self.since else {
            return (try session.engine.send(.oldContainerArchive(path.text, of: container)), nil)
        }
        let answer = try session.engine.send(.containerArchive(path.text, of: container))
        do {
            return (answer, try session.pathFacts(answer))
        } catch {
            answer.close()
            throw error
        }
    }
}

extension Session {
    /// What the head of an answer tells of a path.
    ///
    /// - Throws: `Failure` when it tells nothing that can be read.
    func pathFacts(_ answer: Answer) throws -> ContainerPathFacts {
        guard let bytes = answer.headers[ContainerPathFacts.header].flatMap(Base64.decode),
            let json = try? JSONDocument(bytes).root, json.kind == .object
        else { throw Failure("the engine does not tell what the path is: \(ContainerPathFacts.header) is unusable") }
        return ContainerPathFacts(json)
    }
}
