import EngineAPI
import Glibc
import Terminal
import Transport

/// `test` and `tar` in a container, which do what the engine itself cannot before API 1.20.
struct ContainerPrograms {
    let session: Session
    let container: String

    private static let since = APIVersion(1, 20)
    private static let subject = "copying into a container"
    /// Of what a program says no more is kept, in bytes.
    private static let longestTalk = 16 << 10

    /// What is at a path; links are followed. Nil when nothing is there.
    func facts(_ path: String) throws -> ContainerPathFacts? {
        let state = ContainerState(try session.engine.json(.inspectContainer(container)).root)
        if !state.isRunning { try session.require(Self.since, for: "\(Self.subject) that does not run") }
        let isFolder = try holds("-d", path)
        guard try isFolder || holds("-e", path) else { return nil }
        return ContainerPathFacts(isFolder: isFolder, isSpecial: try !isFolder && !holds("-f", path))
    }

    /// Unpacks an archive in a folder.
    ///
    /// - Parameter read: fills the front of a buffer with the next bytes of the archive and says how many, 0 at its end.
    func unpack(in folder: String, _ read: Request.BodyReader) throws {
        let (status, talk) = try run(["tar", "-xf", "-", "-C", Self.absolute(folder)], read)
        if status != 0 { throw Failure("tar in the container ended with status \(status): \(Self.line(talk))") }
        talk.split(whereSeparator: \.isNewline).forEach { session.say(String($0)) }
    }

    private func holds(_ test: String, _ path: String) throws -> Bool {
        let (status, talk) = try run(["test", test, Self.absolute(path)]) { _ in 0 }
        if status > 1 { throw Failure("test in the container ended with status \(status): \(Self.line(talk))") }
        return status == 0
    }

    /// From the container's root, as engines take paths, not from the folder its programs start in.
    private static func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "/\(path)" }

    /// - Throws: `Failure` where the container has no such program.
    private func run(_ words: [String], _ read: Request.BodyReader) throws -> (status: Int, talk: String) {
        var exec = ExecSpecification(words)
        exec.streams = [.input, .output, .error]
        // Whoever the container's programs run as: an engine that copies may write everywhere.
        exec.user = "0"
        let engine = session.engine
        let id = try engine.json(.createExec(in: container, exec)).root.text("Id")
        let stream: HijackedStream
        do {
            stream = try engine.hijack(.startExec(id, isDetached: false, hasTerminal: false))
        } catch let error as EngineError {
            try refuse(error.message)
        }
        defer { stream.close() }
        let talk: String
        do {
            talk = try Self.talk(with: stream, read)
        } catch FrameError.unknownStream {
            // Engines of old say without a frame why they could not start it.
            try refuse("")
        }
        let status = try ExecState.ended(id, engine)
        // What a shell, and an engine, says of a program that cannot be run.
        if !(0..<126).contains(status) { try refuse(Self.line(talk)) }
        return (status, talk)
    }

    private func refuse(_ reason: String) throws -> Never {
        if !reason.isEmpty { session.say(reason) }
        throw Failure("\(Self.subject) without test and tar", needs: Self.since, but: try session.engine.ping())
    }

    /// Sends the archive and hears the program out; one that wants no more is no error yet.
    private static func talk(with stream: HijackedStream, _ read: Request.BodyReader) throws -> String {
        var archive = [UInt8](repeating: 0, count: 32 << 10)
        var answer = [UInt8](repeating: 0, count: 32 << 10)
        var waiting: ArraySlice<UInt8> = []
        var isSending = true
        var decoder = FrameDecoder()
        var told: [UInt8] = []
        while true {
            if isSending, waiting.isEmpty {
                waiting = archive[..<(try archive.withUnsafeMutableBytes(read))]
                if waiting.isEmpty {
                    isSending = false
                    try stream.closeWrite()
                }
            }
            let ready = try stream.wait(for: isSending ? [.readable, .writable] : .readable)
            if ready.contains(.readable) {
                let count = try answer.withUnsafeMutableBytes { bytes throws(TransportError) in
                    try stream.read(into: bytes)
                }
                if count == 0 { break }
                try answer.withUnsafeMutableBytes { bytes in
                    try decoder.feed(UnsafeMutableRawBufferPointer(rebasing: bytes[..<count])) { _, payload in
                        told += payload.prefix(longestTalk - told.count)
                    }
                }
            } else if ready.contains(.writable) {
                do {
                    let count = try waiting.withUnsafeBytes { bytes throws(TransportError) in
                        try stream.writeSome(bytes)
                    }
                    waiting = waiting.dropFirst(count)
                } catch let error as TransportError where error.isDisconnection {
                    isSending = false
                }
            }
        }
        return String(decoding: told, as: UTF8.self)
    }

    private static func line(_ talk: String) -> String {
        talk.split(whereSeparator: \.isNewline).joined(separator: "; ")
    }
}
