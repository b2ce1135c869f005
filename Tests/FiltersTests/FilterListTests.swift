import Testing

@testable import Filters

func filters(_ words: String...) throws(FilterError) -> FilterList {
    var list = FilterList()
    for word in words { try list.add(word) }
    return list
}

@Suite struct FilterListTests {
    @Test("a word is split at its first equals sign, the key trimmed and lower-cased, the value trimmed")
    func splitting() throws {
        let list = try filters(" Label = a=b ", "STATUS=Exited")
        #expect(list.keys == ["label", "status"])
        #expect(list.values("label") == ["a=b"])
        #expect(list.values("status") == ["Exited"])
    }

    @Test("label!=X is the key label! with the value X")
    func negation() throws {
        #expect(try filters("label!=keep").values("label!") == ["keep"])
    }

    @Test("an empty word is ignored, and a value may be empty")
    func empty() throws {
        #expect(try filters("").isEmpty)
        #expect(try filters("name=").values("name") == [""])
    }

    @Test("a word without equals sign or without key is refused")
    func wrongWords() {
        #expect(throws: FilterError.missingEquals(word: "health")) { try filters("health") }
        #expect(throws: FilterError.missingKey(word: " =x")) { try filters(" =x") }
    }

    @Test("values stay in the order typed, each once, and keys in the order first typed")
    func order() throws {
        let list = try filters("b=2", "a=1", "b=1", "b=2")
        #expect(list.keys == ["b", "a"])
        #expect(list.values("b") == ["2", "1"])
    }

    @Test("nothing is sent for an empty list")
    func nothingToSend() { #expect(FilterList().wire(apiMinor: 41) == nil) }

    @Test("from API 1.22 on values are keys of an object, sorted")
    func newWire() throws {
        let list = try filters("status=running", "label=b", "label=a")
        #expect(list.wire(apiMinor: 22) == #"{"label":{"a":true,"b":true},"status":{"running":true}}"#)
    }

    @Test("below API 1.22 values are a list")
    func oldWire() throws {
        let list = try filters("status=running", "label=b", "label=a")
        #expect(list.wire(apiMinor: 21) == #"{"label":["a","b"],"status":["running"]}"#)
    }

    @Test("quotes, backslashes and control characters are escaped on the wire")
    func escaping() {
        var list = FilterList()
        list.set(key: "name", value: "^a\\d\"\n\u{1}é<$")
        #expect(list.wire(apiMinor: 41) == #"{"name":{"^a\\d\"\u000a\u0001é<$":true}}"#)
    }

    @Test("keys can be taken out and picked")
    func removing() throws {
        let list = try filters("a=1", "b=2", "c=3")
        #expect(list.removing("b").keys == ["a", "c"])
        #expect(list.removing(["a", "c"]).keys == ["b"])
        #expect(list.keeping(["c", "a"]).keys == ["a", "c"])
        #expect(list.contains("b") && !list.removing("b").contains("b"))
    }

    @Test("status and exited make an engine list stopped containers too")
    func stopped() throws {
        #expect(try filters("status=exited").impliesAllContainers)
        #expect(try filters("exited=0").impliesAllContainers)
        #expect(try !filters("health=none").impliesAllContainers)
    }
}
