import EngineAPI
import Terminal
import Transport

/// Where an archive that the engine sends goes to: a file, or stdout when that is no terminal.
enum ArchiveSink {
    /// Bytes that are in memory at a time.
    static let chunk = 256 << 10

    /// Sends the request and lets the body of the answer go to a file or to stdout, as it comes.
    ///
    /// - Parameters:
    ///   - file: nil, or empty, for stdout.
    ///   - verb: for the line that counts the bytes: `Saving`.
    /// - Throws: `Failure` when the archive can go nowhere, before anything is asked; what the engine refuses; and
    ///   `ProtocolError` for a body that ended early.
    static func receive(
        _ request: @autoclosure () throws -> Request, to file: String?, verb: String, session: Session
    ) throws {
        if let path = file, !path.isEmpty {
            let file = try NewFile(at: path)
            try copy(session.engine.send(request()), verb: verb, session: session, to: file.write)
            return try file.commit()
        }
        try checkStandardOut(session)
        try copy(session.engine.send(request()), verb: verb, session: session, to: session.out.write)
    }

    /// - Throws: `Failure` when stdout is a terminal.
    static func checkStandardOut(_ session: Session) throws {
        if session.out.isTerminal {
            throw Failure("an archive is not for a terminal: name a file, or redirect stdout")
        }
    }

    /// Hands on the body of an answer piece by piece.
    static func copy(
        _ answer: Answer, verb: String, session: Session, isQuiet: Bool = false,
        to take: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let line = TransferLine(verb, session: session, isQuiet: isQuiet)
        defer { line.finish() }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
        defer { buffer.deallocate() }
        do {
            while case let count = try answer.readWhole(into: buffer), count > 0 {
                try take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                line.count(count)
            }
        } catch {
            answer.close()
            throw error
        }
    }
}

extension Answer {
    /// The next bytes of the body, 0 at its end.
    ///
    /// - Throws: `ProtocolError.cut` for a body that ended early.
    func readWhole(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        do {
            return try read(into: buffer)
        } catch let error as TransportError where error.isDisconnection {
            throw ProtocolError.cut(target: target)
        }
    }
}
