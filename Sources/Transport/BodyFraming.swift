/// Where the body of an answer ends, and how far reading has come (RFC 9112 §6.3).
enum BodyFraming {
    case ended
    /// This many bytes are still to come.
    case counted(Int)
    case untilClose
    /// Between two chunks: a line with a size comes next.
    case chunkSize
    /// Inside a chunk, this many bytes are still to come.
    case chunkData(Int)
    /// The line end behind the bytes of a chunk comes next.
    case chunkEnd
    /// Behind the last chunk; so many bytes of trailer may still come.
    case trailer(budget: Int)

    static let longestChunkLine = 4 << 10

    init(of head: HTTPHead, method: String) throws(TransportError) {
        let codings = head.headers.all("Transfer-Encoding")
        let lengths = head.headers.all("Content-Length")
        if head.status == 101 {
            // What follows belongs to the other protocol and begins when the connection is taken over.
            self = .untilClose
        } else if method == "HEAD" || head.status == 204 || head.status == 304 {
            self = .ended
        } else if !codings.isEmpty {
            guard codings.count == 1, HTTPHeaders.same(codings[0], "chunked") else {
                throw .unknownTransferCoding(String(escaping: codings.joined(separator: ", ").utf8.prefix(80)))
            }
            self = .chunkSize
        } else if lengths.isEmpty {
            self = .untilClose
        } else {
            let length = try Self.length(lengths)
            self = length == 0 ? .ended : .counted(length)
        }
    }

    /// Repeats are fine if they say the same, in one field or several (RFC 9110 §8.6).
    private static func length(_ values: [String]) throws(TransportError) -> Int {
        if values.count == 1, let length = number(values[0][...]) { return length }
        let parts = values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .map { $0.trimmingBlanks }
        guard let first = parts.first, parts.allSatisfy({ $0 == first }), let length = number(first) else {
            throw .invalidContentLength(String(escaping: values.joined(separator: ", ").utf8.prefix(80)))
        }
        return length
    }

    /// Digits and nothing else.
    private static func number(_ text: Substring) -> Int? {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }

    /// The size at the front of a chunk line; what follows `;` is an extension and ignored (RFC 9112 §7.1).
    static func size(ofChunkLine line: UnsafeRawBufferPointer) throws(TransportError) -> Int {
        var size = 0
        var digits = 0
        for byte in line {
            let digit: Int
            switch byte {
            case 48...57: digit = Int(byte) - 48
            case 65...70: digit = Int(byte) - 55
            case 97...102: digit = Int(byte) - 87
            case UInt8(ascii: ";") where digits > 0, 0x20 where digits > 0, 9 where digits > 0: return size
            default: throw .invalidChunk("size line \"\(String(escaping: line.prefix(80)))\"")
            }
            digits += 1
            // Fifteen digits are 60 bits: more does not fit and is never honest.
            guard digits <= 15 else { throw .invalidChunk("size line \"\(String(escaping: line.prefix(80)))\"") }
            size = size << 4 | digit
        }
        guard digits > 0 else { throw .invalidChunk("a size line without a size") }
        return size
    }
}
