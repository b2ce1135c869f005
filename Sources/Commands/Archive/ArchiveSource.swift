import EngineAPI
import Glibc
import Terminal
import Transport

/// An archive that goes to the engine: a file of the user's, or stdin.
struct ArchiveSource {
    private let descriptor: Int32
    /// Closes the file with the last copy of this value.
    private let file: OpenFile?
    private let name: String

    /// - Throws: `Failure` for a file that cannot be read.
    init(file path: String) throws {
        guard let file = OpenFile(reading: Array(path.utf8)) else {
            throw Failure("cannot read \(path): \(SystemError.text(errno))")
        }
        var facts = stat()
        guard fstat(file.descriptor, &facts) == 0, facts.st_mode & S_IFMT != S_IFDIR else {
            throw Failure("cannot read \(path): it is a folder")
        }
        (self.file, descriptor, name) = (file, file.descriptor, path)
    }

    /// Reads stdin.
    init(standardInOf session: Session) {
        (file, descriptor, name) = (nil, session.input, "stdin")
    }

    /// Sends the request that `make` makes around this archive.
    func send(
        verb: String, session: Session, isQuiet: Bool, _ make: (@escaping Request.BodyReader) throws -> Request
    ) throws -> Answer {
        let line = TransferLine(verb, session: session, isQuiet: isQuiet)
        defer { line.finish() }
        let request = try make { buffer in
            let count = try read(into: buffer)
            line.count(count)
            return count
        }
        do {
            return try session.engine.send(request)
        } catch TransportError.caller(let error) {
            throw error
        }
    }

    /// Fills the front of a buffer and says how much of it; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EAGAIN || errno == EINTR else {
                throw Failure("cannot read \(name): \(SystemError.text(errno))")
            }
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if errno == EAGAIN { poll(&ready, 1, -1) }
        }
    }
}
