import JSON
import Transport

extension Answer {
    /// Reads the body as JSON values one after another, however they are chunked and whatever stands between
    /// them (newlines, record separators of RFC 7464, nothing), and hands on each as soon as it is whole.
    ///
    /// - Parameters:
    ///   - limit: a value of more bytes than this is refused.
    ///   - pause: called when all that has arrived was handed on.
    /// - Throws: `ProtocolError` for a body that is cut or no JSON, and what the closures throw.
    public func forEachDocument(
        limit: Int = 64 << 20, pause: () throws -> Void = {}, _ take: (JSONDocument) throws -> Void
    ) throws {
        var stream = JSONStream(maximumSize: limit)
        var buffer = [UInt8](repeating: 0, count: 32 << 10)
        do {
            var count = try read(into: &buffer)
            while count > 0 {
                stream.append(buffer.prefix(count))
                while let document = try stream.next() { try take(document) }
                try pause()
                count = try read(into: &buffer)
            }
            var last = try stream.finish()
            while let document = last {
                try take(document)
                last = try stream.next()
            }
            try pause()
        } catch {
            close()
            guard let error = error as? JSONError else { throw error }
            switch error {
            case .unexpectedEnd: throw ProtocolError.cut(target: target)
            case .tooLarge(let limit): throw ProtocolError.tooLarge(target: target, limit: limit)
            default: throw ProtocolError.malformed(target: target, error)
            }
        }
    }

    private func read(into buffer: inout [UInt8]) throws -> Int {
        do {
            return try buffer.withUnsafeMutableBytes { try read(into: $0) }
        } catch let error as TransportError where error.isDisconnection {
            throw ProtocolError.cut(target: target)
        }
    }
}
