import Foundation
import Testing

@testable import JSON

@Suite struct JSONDocumentTests {
    @Test(
        "each kind of value is read as that kind",
        arguments: [
            ("null", JSONValue.Kind.null), ("true", .bool), ("false", .bool), ("-1.5e+3", .number), ("\"x\"", .string),
            ("[]", .array), (" {\"a\" : [ ] }\r\n", .object),
        ])
    func kinds(text: String, kind: JSONValue.Kind) throws {
        #expect(try value(text).kind == kind)
    }

    @Test(
        "numbers that JSON does not allow are refused",
        arguments: ["01", "+1", "1.", ".5", "1e", "1e+", "-", "0x10", "1_0", "NaN", "Infinity", "--1", "1.e3"])
    func badNumbers(text: String) {
        #expect(failure(text) != nil)
        #expect(failure("[\(text)]") != nil)
    }

    @Test(
        "numbers at the edges of the grammar are accepted",
        arguments: ["0", "-0", "0.0", "1E5", "1e-05", "1e400", "10"])
    func goodNumbers(text: String) throws {
        #expect(try value("[\(text)]")[0]?.numberText == text)
    }

    @Test("every cut of a document is an unexpected end, never a wrong byte or a value")
    func cuts() throws {
        let whole = #"{"a":[1.5e1,true,"x\u00e9\n",{"b":null,"c":false}],"d":-2}"#
        for length in 1..<whole.utf8.count {
            guard case .unexpectedEnd(let at) = failure(String(whole.prefix(length))) else {
                Issue.record("cut after \(length) bytes was not noticed")
                continue
            }
            #expect(at == length)
        }
    }

    @Test("an empty body is told apart from a cut one")
    func empty() {
        #expect(failure("") == .empty)
        #expect(failure(" \r\n\t") == .empty)
        #expect(failure("[") == .unexpectedEnd(at: 1))
    }

    @Test(
        "the error names the first wrong byte",
        arguments: [
            ("[1,]", JSONError.unexpectedByte(0x5D, at: 3, wanted: .value)),
            ("[1 2]", .unexpectedByte(0x32, at: 3, wanted: .commaOrEnd)),
            ("{\"a\" 1}", .unexpectedByte(0x31, at: 5, wanted: .colon)),
            ("{\"a\":1,}", .unexpectedByte(0x7D, at: 7, wanted: .key)),
            ("{a:1}", .unexpectedByte(0x61, at: 1, wanted: .key)),
            ("[1}", .unexpectedByte(0x7D, at: 2, wanted: .commaOrEnd)),
            ("trux", .unexpectedByte(0x78, at: 3, wanted: .literal)),
            ("\"a\nb\"", .unexpectedByte(0x0A, at: 2, wanted: .stringByte)),
            ("\"\\x\"", .unexpectedByte(0x78, at: 2, wanted: .escape)),
            ("\"\\u12g4\"", .unexpectedByte(0x67, at: 5, wanted: .escape)),
            ("<html>", .unexpectedByte(0x3C, at: 0, wanted: .value)),
            ("-x", .unexpectedByte(0x78, at: 1, wanted: .digit)),
        ])
    func places(text: String, error: JSONError) {
        #expect(failure(text) == error)
    }

    @Test("errors read as one short sentence with the byte offset")
    func descriptions() {
        #expect(failure("[1,]")?.description == "JSON has ']' at byte 3 instead of a value")
        #expect(
            failure("\"\u{1}\"")?.description
                == "JSON has byte 0x1 at byte 1 instead of a string without raw control characters")
        #expect(failure("[")?.description == "unexpected end of JSON at byte 1")
        #expect(failure("[]x")?.description == "there is more after the JSON value at byte 2")
    }

    @Test("bytes behind the value are refused, or ignored when asked")
    func trailing() throws {
        #expect(failure("[]garbage") == .trailing(at: 2))
        #expect(failure("[] \n") == nil)
        let lenient = try JSONDocument(Array("[1]garbage".utf8), trailing: .ignore)
        #expect(lenient.root.count == 1)
        #expect(text(lenient.root.rawBytes) == "[1]")
    }

    @Test("a quote, backslash or control character is found at every place of the eight-byte steps")
    func everyAlignment() throws {
        for length in 0..<40 {
            let run = String(repeating: "é", count: length / 2) + String(repeating: "x", count: length % 2)
            #expect(try value("\"\(run)\"").string == run)
            #expect(try value("\"\(run)\\n\(run)\"").string == run + "\n" + run)
            #expect(
                failure("\"\(run)\u{1F}\(run)\"") == .unexpectedByte(0x1F, at: run.utf8.count + 1, wanted: .stringByte))
            #expect(failure("\"\(run)") == .unexpectedEnd(at: run.utf8.count + 1))
        }
    }

    @Test("10,000 levels are accepted and one more is refused, on a thread with a 512 KB stack")
    func depth() {
        onThread(stack: 512 << 10) {
            func nested(_ levels: Int) -> String {
                String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
            }
            #expect(failure(nested(10_000)) == nil)
            #expect(failure(nested(10_001)) == .tooDeep(at: 10_000))
            #expect(failure(String(repeating: "[", count: 200_000)) == .tooDeep(at: 10_000))
            #expect(failure(String(repeating: "{\"a\":", count: 200_000)) == .tooDeep(at: 50_000))
        }
    }

    @Test("the deepest document can be walked, copied, laid out and freed on a thread with a 512 KB stack")
    func deepUse() {
        onThread(stack: 512 << 10) {
            let text = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
            guard let root = try? value(text) else {
                Issue.record("refused")
                return
            }
            var depth = 0
            var cursor: JSONValue? = root
            while let inner = cursor?[0] {
                cursor = inner
                depth += 1
            }
            #expect(depth == 9_999)
            #expect(JSONNode(root).bytes == Array(text.utf8))
            var lines: [UInt8] = []
            root.indented(by: " ", into: &lines)
            #expect(lines.filter { $0 == 0x0A }.count == 19_998)
            #expect(lines.count < 20_000 * 260)
        }
    }
}
