import Testing

@testable import JSON

@Suite struct JSONWritingTests {
    private func indented(_ json: String, prefix: String = "", by step: String = "    ") throws -> String {
        var output: [UInt8] = []
        try value(json).indented(prefix: prefix, by: step, into: &output)
        return text(output)
    }

    private func compact(_ json: String) throws -> String {
        var output: [UInt8] = []
        try value(json).compact(into: &output)
        return text(output)
    }

    @Test("indenting keeps order, spelling and escapes, and leaves empty brackets together")
    func indenting() throws {
        let json = #"{"b":1.0,"a":[1E5,{"x":"\u00e9\/:,{"}],"e":[ ],"o":{ },"n":[[]]}"#
        #expect(
            try indented(json) == """
                {
                    "b": 1.0,
                    "a": [
                        1E5,
                        {
                            "x": "\\u00e9\\/:,{"
                        }
                    ],
                    "e": [],
                    "o": {},
                    "n": [
                        []
                    ]
                }
                """)
    }

    @Test("a prefix starts every line but the first")
    func prefix() throws {
        #expect(try indented("[1,2]", prefix: "> ", by: "\t") == "[\n> \t1,\n> \t2\n> ]")
    }

    @Test("compacting removes only whitespace between tokens")
    func compacting() throws {
        #expect(try compact("{ \"a b\" : [ 1 , \"\\\" x\" ,\n true ] }") == #"{"a b":[1,"\" x",true]}"#)
        let indentedAgain = try indented(#"{"a":[1,{"b":[]}]}"#)
        #expect(try compact(indentedAgain) == #"{"a":[1,{"b":[]}]}"#)
    }

    @Test("bytes that are not UTF-8 pass through indenting")
    func invalidBytes() throws {
        var output: [UInt8] = []
        try JSONDocument([0x5B, 0x22, 0xFF, 0x22, 0x5D]).root.indented(by: "", into: &output)
        #expect(output == [0x5B, 0x0A, 0x22, 0xFF, 0x22, 0x0A, 0x5D])
    }

    @Test("strings are escaped as little as JSON allows")
    func escaping() {
        #expect(
            text(JSONEscaper.literal("a\"\\/\n\r\t\u{8}\u{1F}\u{7F}<&>é")) == #""a\"\\/\n\r\t\u0008\u001f"#
                + "\u{7F}<&>é\"")
    }

    @Test("a node written with literals keeps the order of its keys")
    func literals() {
        let node: JSONNode = ["z": 1, "a": [true, nil, 1.5, "x\n"], "m": [:], "n": []]
        #expect(text(node.bytes) == #"{"z":1,"a":[true,null,1.5,"x\n"],"m":{},"n":[]}"#)
    }

    @Test("numbers that JSON cannot spell are written as null")
    func badNumbers() {
        let node: JSONNode = [
            .double(.infinity), .double(.nan), .number("1,2"), .number(" 1"), .number("1.50"), .uint(.max),
        ]
        #expect(text(node.bytes) == "[null,null,null,null,1.50,18446744073709551615]")
    }

    @Test("members are set in place, added at the end, and removed")
    func settingMembers() {
        var node: JSONNode = ["a": 1, "b": 2]
        node["a"] = "x"
        node["c"] = nil
        node["d"] = true
        node["b"] = nil
        #expect(text(node.bytes) == #"{"a":"x","d":true}"#)
        #expect(node["d"] == true && node["b"] == nil)
        var fresh = JSONNode.null
        fresh["k"] = 1
        #expect(fresh == ["k": 1])
    }

    @Test("merging sets the members of the other object")
    func merging() {
        let merged = (["a": 1, "b": 2] as JSONNode).merging(["b": 3, "c": 4])
        #expect(merged == ["a": 1, "b": 3, "c": 4])
    }

    @Test("copying a value into a node and writing it keeps every spelling of numbers")
    func roundTrip() throws {
        let json = #"{"b":[1.0,1E5,-0,12345678901234567890,123456789012345678901,"é\n"],"a":{"a":null,"b":false}}"#
        #expect(text(JSONNode(try value(json)).bytes) == json)
    }
}
