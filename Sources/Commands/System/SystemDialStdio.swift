import CommandGrammar
import EngineAPI
import Glibc
import Terminal
import Transport

struct SystemDialStdio: Action, Equatable {
    static var command: Command {
        Command(
            "dial-stdio", "Carry the engine's connection over standard input and output", hidden: true,
            SystemDialStdio.self)
    }

    /// The other end of an `ssh://` connection: bytes both ways until the engine ends it.
    func run(_ session: Session) throws {
        let stream = try session.engine.connectRaw()
        defer { stream.close() }
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        var isInputOpen = true
        while true {
            var entries = [
                pollfd(fd: stream.fileDescriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isInputOpen ? session.input : -1, events: Int16(POLLIN), revents: 0),
            ]
            if !stream.hasBufferedInput, poll(&entries, 2, -1) < 0 {
                if errno == EINTR { continue }
                throw SystemError("poll", errno)
            }
            if stream.hasBufferedInput || entries[0].revents != 0 {
                let count = try buffer.withUnsafeMutableBytes { try stream.read(into: $0) }
                if count == 0 { return }
                try session.out.write(buffer[..<count])
                try session.out.flush()
            }
            if isInputOpen, entries[1].revents != 0 {
                let count = read(session.input, &buffer, buffer.count)
                if count < 0, errno == EINTR || errno == EAGAIN { continue }
                if count <= 0 {
                    isInputOpen = false
                    try stream.closeWrite()
                } else {
                    try buffer.withUnsafeBytes { try stream.write(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
                }
            }
        }
    }
}
