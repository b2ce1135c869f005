import Testing

@testable import JSON

@Suite struct JSONStreamTests {
    private func split(_ bytes: [UInt8], chunk: Int) throws -> [String] {
        var stream = JSONStream()
        var values: [String] = []
        var at = 0
        while at < bytes.count {
            stream.append(bytes[at..<min(at + chunk, bytes.count)])
            at += chunk
            while let document = try stream.next() { values.append(text(document.bytes)) }
        }
        var last = try stream.finish()
        while let document = last {
            values.append(text(document.bytes))
            last = try stream.next()
        }
        return values
    }

    @Test("values are split the same in chunks of any size", arguments: [1, 2, 3, 7, 64, 1000])
    func chunks(size: Int) throws {
        let bytes = Array("{\"a\":\"}\\\"{\"}{\"b\":[]}\r\n[1,[2]]\u{1E}\"x y\"\n12 true\"z\"null{}3".utf8)
        #expect(
            try split(bytes, chunk: size)
                == [#"{"a":"}\"{"}"#, #"{"b":[]}"#, "[1,[2]]", "\"x y\"", "12", "true", "\"z\"", "null", "{}", "3"])
    }

    @Test("a recorded event stream is split into its events", arguments: [1, 100, 4096])
    func events(size: Int) throws {
        let bytes = try fixture("events-1.13.0.json")
        let lines = text(bytes).split(separator: "\n").map(String.init)
        #expect(try split(bytes + bytes, chunk: size) == lines + lines)
    }

    @Test("a number is given out only when something shows that it is whole")
    func scalarAtTheEnd() throws {
        var stream = JSONStream()
        stream.append(Array("12".utf8))
        #expect(try stream.next() == nil)
        stream.append(Array("3".utf8))
        #expect(try stream.finish()?.root.int == 123)
        #expect(try stream.next() == nil)
    }

    @Test(
        "a stream cut inside a value is an error when it is finished",
        arguments: ["{\"a\":1", "\"abc", "[1,2", "tru", "{}{"])
    func cut(json: String) {
        #expect(throws: JSONError.unexpectedEnd(at: json.utf8.count)) { try split(Array(json.utf8), chunk: 3) }
    }

    @Test("an empty stream and one of whitespace hold no values")
    func nothing() throws {
        #expect(try split([], chunk: 1) == [])
        #expect(try split(Array(" \n\u{1E}".utf8), chunk: 1) == [])
    }

    @Test("a wrong value is an error at its offset in the whole stream, again and again")
    func errors() {
        var stream = JSONStream()
        for _ in 0..<3 {
            stream.append(Array("{\"ok\":1}\n".utf8))
            #expect(throws: Never.self) { try stream.next() }
        }
        stream.append(Array("{\"a\":x}".utf8))
        let expected = JSONError.unexpectedByte(0x78, at: 32, wanted: .value)
        #expect(throws: expected) { try stream.next() }
        #expect(throws: expected) { try stream.next() }
        #expect(throws: expected) { try stream.finish() }
    }

    @Test("a value larger than the limit is refused before it is whole")
    func limit() throws {
        var stream = JSONStream(maximumSize: 10)
        stream.append(Array("[\"12345\"]".utf8))
        #expect(try stream.next() != nil)
        stream.append(Array("[\"123456789".utf8))
        #expect(throws: JSONError.tooLarge(limit: 10)) { try stream.next() }
    }

    @Test("a stream that only opens brackets is refused at the depth limit")
    func depth() {
        var stream = JSONStream()
        stream.append([UInt8](repeating: 0x5B, count: 200_000))
        #expect(throws: JSONError.self) { try stream.next() }
    }

    @Test("a long string that arrives byte by byte is not scanned again and again")
    func incremental() throws {
        var stream = JSONStream()
        stream.append([0x22])
        let start = ContinuousClock.now
        for _ in 0..<200_000 {
            stream.append(CollectionOfOne(0x61))
            guard try stream.next() == nil else { break }
        }
        let time = ContinuousClock.now - start
        stream.append([0x22])
        #expect(try stream.next()?.root.string?.utf8.count == 200_000)
        #expect(time < .seconds(20))
    }
}
