/// Walks over the bytes of one JSON value once, checks its grammar and writes the tape.
///
/// Iterative: nesting costs an entry of `around`, never stack.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// The innermost array or object being read; before the first and after the last it stands for nothing.
    private var current = Frame(start: 0, isObject: false)
    /// What stands around it, from the outside in.
    private var around: [Frame] = []
    private(set) var tape: [UInt64] = []

    private struct Frame {
        let start: Int
        let isObject: Bool
        var count = 0
    }

    private enum Expectation { case value, valueOrEnd, key, keyOrEnd, commaOrEnd }

    /// `bytes` must outlive the scanner and hold at most `TapeEntry.limit` bytes.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        tape.reserveCapacity(bytes.count / 10 + 8)
    }

    /// Scans one value and returns the offset behind it.
    mutating func scan() throws(JSONError) -> Int {
        skipSpace()
        guard position < bytes.count else { throw .empty }
        var expected = Expectation.value
        repeat {
            skipSpace()
            guard position < bytes.count else { throw .unexpectedEnd(at: position) }
            let byte = bytes[position]
            switch expected {
            case .valueOrEnd where byte == ASCII.closeBracket, .keyOrEnd where byte == ASCII.closeBrace:
                close()
                expected = .commaOrEnd
            case .value, .valueOrEnd:
                expected = try value(byte)
            case .key, .keyOrEnd:
                try key(byte)
                expected = .value
            case .commaOrEnd:
                expected = try separator(byte)
            }
        } while !around.isEmpty
        return position
    }

    /// The offset of the first byte from `start` on that is not whitespace.
    mutating func endOfSpace() -> Int {
        skipSpace()
        return position
    }

    @inline(__always)
    private mutating func skipSpace() {
        while position < bytes.count, ASCII.isSpace(bytes[position]) { position += 1 }
    }

    @inline(__always)
    private mutating func value(_ byte: UInt8) throws(JSONError) -> Expectation {
        current.count += 1
        switch byte {
        case ASCII.quote: try string()
        case ASCII.openBrace:
            try begin(.object)
            return .keyOrEnd
        case ASCII.openBracket:
            try begin(.array)
            return .valueOrEnd
        case ASCII.minus, ASCII.zero...ASCII.nine: try number()
        case 0x74: try literal("true", .yes)
        case 0x66: try literal("false", .no)
        case 0x6E: try literal("null", .null)
        default: throw .unexpectedByte(byte, at: position, wanted: .value)
        }
        return .commaOrEnd
    }

    @inline(__always)
    private mutating func key(_ byte: UInt8) throws(JSONError) {
        guard byte == ASCII.quote else { throw .unexpectedByte(byte, at: position, wanted: .key) }
        try string()
        skipSpace()
        guard position < bytes.count else { throw .unexpectedEnd(at: position) }
        guard bytes[position] == ASCII.colon else {
            throw .unexpectedByte(bytes[position], at: position, wanted: .colon)
        }
        position += 1
    }

    @inline(__always)
    private mutating func separator(_ byte: UInt8) throws(JSONError) -> Expectation {
        if byte == ASCII.comma {
            position += 1
            return current.isObject ? .key : .value
        }
        guard byte == (current.isObject ? ASCII.closeBrace : ASCII.closeBracket) else {
            throw .unexpectedByte(byte, at: position, wanted: .commaOrEnd)
        }
        close()
        return .commaOrEnd
    }

    private mutating func begin(_ kind: TapeEntry.Kind) throws(JSONError) {
        guard around.count < JSONDocument.maximumDepth else { throw .tooDeep(at: position) }
        around.append(current)
        current = Frame(start: tape.count, isObject: kind == .object)
        append(kind, offset: position, payload: 0)
        position += 1
    }

    private mutating func close() {
        let begin = TapeEntry(word: tape[current.start])
        tape[current.start] = TapeEntry(begin.kind, offset: begin.offset, payload: tape.count).word
        append(.end, offset: position, payload: current.count)
        position += 1
        current = around.removeLast()
    }

    @inline(__always)
    private mutating func append(_ kind: TapeEntry.Kind, offset: Int, payload: Int) {
        tape.append(TapeEntry(kind, offset: offset, payload: payload).word)
    }

    private mutating func literal(_ text: StaticString, _ kind: TapeEntry.Kind) throws(JSONError) {
        for index in 0..<text.utf8CodeUnitCount {
            guard position + index < bytes.count else { throw .unexpectedEnd(at: bytes.count) }
            let byte = bytes[position + index]
            guard byte == text.utf8Start[index] else {
                throw .unexpectedByte(byte, at: position + index, wanted: .literal)
            }
        }
        append(kind, offset: position, payload: text.utf8CodeUnitCount)
        position += text.utf8CodeUnitCount
    }
}

// MARK: - Numbers

extension JSONScanner {
    /// RFC 8259 §6: an optional minus, digits without leading zero, fraction, exponent.
    private mutating func number() throws(JSONError) {
        let start = position
        if bytes[position] == ASCII.minus { position += 1 }
        if position < bytes.count, bytes[position] == ASCII.zero {
            position += 1
        } else {
            try digits()
        }
        if position < bytes.count, bytes[position] == ASCII.dot {
            position += 1
            try digits()
        }
        if position < bytes.count, bytes[position] | 0x20 == 0x65 {
            position += 1
            if position < bytes.count, bytes[position] == ASCII.plus || bytes[position] == ASCII.minus { position += 1 }
            try digits()
        }
        append(.number, offset: start, payload: position - start)
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while position < bytes.count, ASCII.isDigit(bytes[position]) { position += 1 }
        guard position == start else { return }
        guard position < bytes.count else { throw .unexpectedEnd(at: position) }
        throw .unexpectedByte(bytes[position], at: position, wanted: .digit)
    }
}

// MARK: - Strings

extension JSONScanner {
    private mutating func string() throws(JSONError) {
        let start = position
        var kind = TapeEntry.Kind.string
        position += 1
        while true {
            skipPlainBytes()
            guard position < bytes.count else { throw .unexpectedEnd(at: position) }
            let byte = bytes[position]
            if byte == ASCII.quote { break }
            guard byte == ASCII.backslash else { throw .unexpectedByte(byte, at: position, wanted: .stringByte) }
            kind = .escapedString
            try escape()
        }
        append(kind, offset: start, payload: position - start - 1)
        position += 1
    }

    /// Stops at a quote, a backslash, a control character or the end; eight bytes a step.
    @inline(__always)
    private mutating func skipPlainBytes() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let raw = UnsafeRawBufferPointer(bytes)
        while bytes.count - position >= 8 {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let quotes = word ^ (ones &* UInt64(ASCII.quote))
            let slashes = word ^ (ones &* UInt64(ASCII.backslash))
            // Each term marks its lowest hit exactly; a borrow can only spoil the bytes above it.
            let hits =
                ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word) & highs
            guard hits == 0 else {
                position += hits.trailingZeroBitCount >> 3
                return
            }
            position += 8
        }
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash { return }
            position += 1
        }
    }

    private mutating func escape() throws(JSONError) {
        position += 1
        guard position < bytes.count else { throw .unexpectedEnd(at: position) }
        switch bytes[position] {
        case ASCII.quote, ASCII.backslash, ASCII.slash, 0x62, 0x66, 0x6E, 0x72, 0x74:
            position += 1
        case 0x75:
            for _ in 0..<4 {
                position += 1
                guard position < bytes.count else { throw .unexpectedEnd(at: position) }
                guard ASCII.hexValue(bytes[position]) != nil else {
                    throw .unexpectedByte(bytes[position], at: position, wanted: .escape)
                }
            }
            position += 1
        default:
            throw .unexpectedByte(bytes[position], at: position, wanted: .escape)
        }
    }
}
