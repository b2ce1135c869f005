import Testing

@testable import JSON

@Suite struct JSONValueTests {
    @Test("members are found by exact key, the last of duplicates winning")
    func exactKeys() throws {
        let root = try value(#"{"Image":1,"image":2,"Image":3}"#)
        #expect(root["Image"]?.int == 3)
        #expect(root["image"]?.int == 2)
        #expect(root.count == 3)
    }

    @Test("without an exact key the last one that differs only in ASCII case wins")
    func foldedKeys() throws {
        let root = try value(#"{"iMage":1,"imagE":2,"Été":3}"#)
        #expect(root["Image"]?.int == 2)
        #expect(root["étÉ"] == nil)
        #expect(root["Imag"] == nil)
    }

    @Test("keys written with escapes are found")
    func escapedKeys() throws {
        #expect(try value(#"{"a\u0062\"":true}"#)["ab\""]?.bool == true)
    }

    @Test("members and elements come in document order with nested values skipped over")
    func order() throws {
        let root = try value(#"{"b":[{"x":[1,2]},3],"a":{},"b":"again"}"#)
        #expect(root.members.map(\.key) == ["b", "a", "b"])
        #expect(root.members.map { text($0.value.rawBytes) } == [#"[{"x":[1,2]},3]"#, "{}", "\"again\""])
        #expect(root.members.first { $0.key == "b" }?.value[1]?.int == 3)
    }

    @Test("subscripts of the wrong kind or out of range give nil")
    func outOfRange() throws {
        let root = try value(#"[1,{"a":2}]"#)
        #expect(root[-1] == nil && root[2] == nil && root["a"] == nil)
        #expect(root[1]?[0] == nil)
        #expect(root[1]?.at("a")?.int == 2)
        #expect(root[1]?.at("a", "b") == nil)
        #expect(root.members.isEmpty && root[1]?.elements.isEmpty == true)
    }

    @Test("integers are read exactly or not at all")
    func integers() throws {
        #expect(try value("9223372036854775807").int == .max)
        #expect(try value("-9223372036854775808").int == .min)
        #expect(try value("9223372036854775808").int == nil)
        #expect(try value("9223372036854775808").uint == 9_223_372_036_854_775_808)
        #expect(try value("18446744073709551616").uint == nil)
        #expect(try value("-1").uint == nil)
        #expect(try value("-0").uint == 0)
        #expect(try value("3.0").int == nil)
        #expect(try value("1e2").int == nil)
        #expect(try value("\"1\"").int == nil)
    }

    @Test("doubles are finite or nil, and numbers keep their spelling")
    func doubles() throws {
        #expect(try value("1.50e1").double == 15)
        #expect(try value("1e400").double == nil)
        #expect(try value("1e-400").double == 0)
        #expect(try value("1.50e1").numberText == "1.50e1")
    }

    @Test("booleans are true, false, 1 and 0")
    func booleans() throws {
        let root = try value(#"[true,false,1,0,2,1.0,"true",null]"#)
        #expect(root.elements.map(\.bool) == [true, false, true, false, nil, nil, nil, nil])
    }

    @Test("every escape is resolved")
    func escapes() throws {
        #expect(try value(#""\"\\\/\b\f\n\r\t\u00e9\u20AC\ud83D\uDe00""#).string == "\"\\/\u{8}\u{C}\n\r\té€😀")
    }

    @Test(
        "lone surrogates read as U+FFFD",
        arguments: [
            (#""\ud800""#, "\u{FFFD}"), (#""\udc00x""#, "\u{FFFD}x"), (#""\ud800\u0041""#, "\u{FFFD}A"),
            (#""\ud800\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ud800\n""#, "\u{FFFD}\n"),
            (#""\ud83d\ud83d""#, "\u{FFFD}\u{FFFD}"),
        ])
    func loneSurrogates(json: String, expected: String) throws {
        #expect(try value(json).string == expected)
    }

    @Test("bytes that are not UTF-8 read as U+FFFD and stay as they are in the raw bytes")
    func invalidUTF8() throws {
        let plain = try JSONDocument([0x22, 0x61, 0xFF, 0x62, 0x22]).root
        #expect(plain.string == "a\u{FFFD}b")
        #expect(Array(plain.rawBytes) == [0x22, 0x61, 0xFF, 0x62, 0x22])
        let escaped = try JSONDocument([0x22, 0xC3, 0x5C, 0x6E, 0x22]).root
        #expect(escaped.string == "\u{FFFD}\n")
    }

    @Test("raw strings are offered only when there is nothing to resolve")
    func rawStrings() throws {
        #expect(try value(#""abc""#).rawString.map(text) == "abc")
        #expect(try value(#""a\n""#).rawString == nil)
        #expect(try value("1").rawString == nil)
    }

    @Test("lenient readers give neutral values for what is missing or of another type")
    func lenient() throws {
        let root = try value(#"{"s":"x","n":1.5e9,"i":7,"f":1,"l":["a",null,"b",3],"z":null}"#)
        #expect(root.text("s") == "x" && root.text("i") == "" && root.text("z") == "" && root.text("none") == "")
        #expect(root.integer("i") == 7 && root.integer("n") == 0 && root.integer("s") == 0)
        #expect(root.flag("f") && !root.flag("s") && !root.flag("none"))
        #expect(root.strings("l") == ["a", "b"] && root.strings("s") == [])
        #expect(root.list("l").count == 4 && root.list("z").isEmpty && root.list("l").first?.string == "a")
    }

    @Test("a real listing of an engine is read field by field")
    func realListing() throws {
        let root = try JSONDocument(fixture("ps-29.7.2.json")).root
        #expect(root.count == 1)
        #expect(root[0]?.strings("Names") == ["/h1"])
        #expect(root[0]?.at("Health", "Status")?.string == "healthy")
        #expect(root[0]?.text("Id").count == 64)
    }
}
