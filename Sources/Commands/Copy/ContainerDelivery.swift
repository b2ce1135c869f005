import EngineAPI
import Terminal
import Transport

/// A copy into a container.
struct ContainerDelivery {
    let session: Session
    let container: String
    let destination: CopyPath
    let isArchive: Bool
    let isQuiet: Bool

    /// Unpacks an archive from stdin in a folder of the container.
    func stream() throws {
        try checkEngine()
        let (path, facts) = try resolved()
        if let facts, !facts.isFolder {
            throw Failure("an archive is unpacked in a folder, and \(container):\(destination.text) is none")
        }
        let source = ArchiveSource(standardInOf: session)
        guard try takesArchives() else {
            let line = TransferLine("Copying", session: session, isQuiet: isQuiet)
            defer { line.finish() }
            return try programs.unpack(in: path.text) { buffer in
                let count = try source.read(into: buffer)
                line.count(count)
                return count
            }
        }
        let answer = try source.send(verb: "Copying", session: session, isQuiet: isQuiet) {
            try .unpackArchive(in: path.text, of: container, keepsOwners: isArchive, body: $0)
        }
        answer.discard()
    }

    /// Sends what is at a path of this machine.
    ///
    /// - Returns: the bytes that were sent.
    func send(_ source: CopyPath, followsLink: Bool) throws -> Int {
        let local = try LocalArchive(source, followsLink: followsLink)
        try checkEngine()
        let (path, facts) = try resolved()
        let folder: String
        let name: String?
        if let facts, facts.isFolder {
            (folder, name) = (path.text, local.name)
        } else {
            if facts?.isSpecial == true {
                throw Failure("\(container):\(destination.text) is neither a folder nor a regular file")
            }
            if facts != nil, local.isFolder {
                throw Failure("cannot copy a folder to \(container):\(destination.text), which is none")
            }
            if path.isFolder, facts != nil || !local.isFolder { try refuseMissingFolder() }
            (folder, name) = (path.folder, path.name)
        }
        let archive = try local.archive(named: name, warn: session.warn)
        let line = TransferLine("Copying", session: session, isQuiet: isQuiet)
        defer { line.finish() }
        let read: Request.BodyReader = { buffer in
            let count = try archive.read(into: buffer)
            line.count(count)
            return count
        }
        guard try takesArchives() else {
            try programs.unpack(in: folder, read)
            return line.total
        }
        let request = try Request.unpackArchive(in: folder, of: container, keepsOwners: isArchive, body: read)
        do {
            try session.engine.perform(request)
        } catch TransportError.caller(let error) {
            throw error
        }
        return line.total
    }

    /// Older engines drop it and give everything to root.
    private func checkEngine() throws {
        if isArchive { try session.require(APIVersion(1, 30), for: "--archive into a container") }
    }

    private var programs: ContainerPrograms { ContainerPrograms(session: session, container: container) }

    private func takesArchives() throws -> Bool { try session.engine.version() >= APIVersion(1, 20) }

    /// The destination, a link's target in its place, and what is there; nil when nothing is.
    private func resolved() throws -> (CopyPath, ContainerPathFacts?) {
        guard let facts = try facts(destination) else { return (destination, nil) }
        guard facts.isLink else { return (destination, facts) }
        let target = destination.following(facts.linkTarget)
        return (target, try self.facts(target))
    }

    private func facts(_ path: CopyPath) throws -> ContainerPathFacts? {
        guard try takesArchives() else { return try programs.facts(path.text) }
        do {
            let answer = try session.engine.send(.containerPath(path.text, of: container))
            answer.discard()
            return try session.pathFacts(answer)
        } catch is EngineError {
            // Not there, or below a file; what else is wrong, the copy itself will be told.
            return nil
        }
    }

    /// The answer to HEAD has no words: whether it is the container that is missing, another question tells.
    private func refuseMissingFolder() throws -> Never {
        try session.engine.perform(.inspectContainer(container))
        throw Failure("there is no folder \(destination.text) in \(container)")
    }
}
