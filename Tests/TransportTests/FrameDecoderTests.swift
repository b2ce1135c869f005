import Testing

@testable import Transport

@Suite struct FrameDecoderTests {
    private func frame(_ stream: UInt8, _ payload: String, length: UInt32? = nil) -> [UInt8] {
        let count = length ?? UInt32(payload.utf8.count)
        return [stream, 0, 0, 0] + (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) } + payload.utf8
    }

    /// What the sink got, one entry per call, and the error if there was one.
    private func decode(_ pieces: [[UInt8]]) -> (calls: [String], error: FrameError?) {
        var decoder = FrameDecoder()
        var calls: [String] = []
        do {
            for var piece in pieces {
                try piece.withUnsafeMutableBytes { bytes in
                    try decoder.feed(bytes) { kind, payload in
                        calls.append((kind == .standardOutput ? "o:" : "e:") + String(decoding: payload, as: UTF8.self))
                    }
                }
            }
            try decoder.finish()
            return (calls, nil)
        } catch {
            return (calls, error as? FrameError)
        }
    }

    @Test("neighbours of one kind become one run, the order of kinds is kept, stream 0 is output")
    func runs() {
        let bytes =
            frame(1, "a") + frame(0, "b") + frame(2, "C") + frame(1, "") + frame(2, "D") + frame(1, "e") + frame(2, "")
        let (calls, error) = decode([bytes])
        #expect(calls == ["o:ab", "e:CD", "o:e"])
        #expect(error == nil)
    }

    @Test("frames split at any two bytes lose nothing and keep their order")
    func splits() throws {
        let whole = frame(1, "hello") + frame(2, "W\u{1b}[1m") + frame(1, "é") + frame(2, "") + frame(1, "x")
        let expected = "1hello2W\u{1b}[1m1éx"
        for first in 0...whole.count {
            for second in first...whole.count {
                var decoder = FrameDecoder()
                var seen: [UInt8] = []
                var last = UInt8(0)
                for slice in [whole[..<first], whole[first..<second], whole[second...]] {
                    var piece = Array(slice)
                    try piece.withUnsafeMutableBytes { bytes in
                        try decoder.feed(bytes) { kind, payload in
                            let mark = UInt8(ascii: kind == .standardOutput ? "1" : "2")
                            if mark != last { seen.append(mark) }
                            last = mark
                            seen += payload
                        }
                    }
                }
                try decoder.finish()
                #expect(seen == Array(expected.utf8), "split at \(first) and \(second)")
            }
        }
    }

    @Test("payload bytes are untouched, one byte at a time")
    func bytewise() throws {
        let payload = (0...255).map { UInt8($0) }
        let bytes = [1, 0, 0, 0, 0, 0, 1, 0] + payload
        var decoder = FrameDecoder()
        var out: [UInt8] = []
        for byte in bytes {
            var piece = [byte]
            try piece.withUnsafeMutableBytes { try decoder.feed($0) { out += $1 } }
        }
        try decoder.finish()
        #expect(out == payload)
    }

    @Test("half a frame is handed on at once")
    func halfFrame() throws {
        var decoder = FrameDecoder()
        var bytes = frame(1, "half", length: 100)
        var out = ""
        try bytes.withUnsafeMutableBytes { try decoder.feed($0) { out += String(decoding: $1, as: UTF8.self) } }
        #expect(out == "half")
    }

    @Test("a stream that ends in a frame or header is an error after its bytes")
    func truncated() {
        #expect(decode([frame(1, "hello", length: 0xffff_ffff)]) == (["o:hello"], .truncated))
        #expect(decode([frame(1, "ok") + [1, 0, 0]]) == (["o:ok"], .truncated))
        #expect(decode([frame(1, "", length: 5)]) == ([], .truncated))
        #expect(decode([]) == ([], nil))
    }

    @Test("an unknown stream ends it, after the bytes before")
    func unknown() {
        #expect(decode([frame(1, "ok") + frame(9, "bad")]) == (["o:ok"], .unknownStream(9)))
    }

    @Test("a daemon's error comes whole, also in pieces, cut, or empty")
    func daemonError() {
        let bytes = frame(1, "ok") + frame(3, "went wrong")
        let error = FrameError.daemon(message: Array("went wrong".utf8))
        #expect(decode([bytes]) == (["o:ok"], error))
        #expect(decode([Array(bytes.dropLast(4)), Array(bytes.suffix(4))]) == (["o:ok"], error))
        #expect(decode([frame(3, "went", length: 99)]).error == .daemon(message: Array("went".utf8)))
        #expect(decode([frame(3, "")]).error == .daemon(message: []))
    }

    @Test("a daemon's error is kept up to 1 MiB")
    func longDaemonError() {
        let block = [UInt8](repeating: 65, count: 1 << 18)
        let pieces = [frame(3, "", length: 0xffff_ffff)] + [[UInt8]](repeating: block, count: 5)
        #expect(decode(pieces).error == .daemon(message: [UInt8](repeating: 65, count: 1 << 20)))
    }

    @Test("an error of the sink stops the decoding")
    func failingSink() {
        struct Full: Error {}
        var decoder = FrameDecoder()
        var bytes = frame(1, "a") + frame(2, "b") + frame(1, "c")
        var calls = 0
        #expect(throws: Full.self) {
            try bytes.withUnsafeMutableBytes { bytes in
                try decoder.feed(bytes) { _, _ in
                    calls += 1
                    throw Full()
                }
            }
        }
        #expect(calls == 1)
    }
}
