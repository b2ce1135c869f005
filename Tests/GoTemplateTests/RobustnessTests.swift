import Foundation
import Testing

@testable import GoTemplate

@Suite("Templates and data that want to break something")
struct RobustnessTests {
    /// 1 MB, the smallest stack the program may run on; unoptimised code needs several times as much.
    #if DEBUG
        private static let stackSize = 4 << 20
    #else
        private static let stackSize = 1 << 20
    #endif

    /// Runs a body on a thread with a small stack.
    private func onSmallStack(_ body: @escaping @Sendable () -> Rendering) async -> Rendering {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: body()) }
            thread.stackSize = Self.stackSize
            thread.start()
        }
    }

    @Test("a template that calls itself for ever ends with Go's error, on a small stack")
    func endlessRecursion() async {
        let result = await onSmallStack {
            Rendering(
                #"{{define "l"}}{{if (not (not true))}}{{template "l" (print (print .))}}{{end}}{{end}}{{template "l"}}"#
            )
        }
        #expect(result.error?.hasSuffix("exceeded maximum template depth (100000)") == true)
    }

    @Test("recursion through a deeply nested body fits a small stack")
    func recursionInNestedBody() async {
        let depth = Parser.maximumDepth - 1
        let open = String(repeating: "{{range $x := 1}}", count: depth)
        let close = String(repeating: "{{end}}", count: depth)
        let result = await onSmallStack {
            Rendering(#"{{define "l"}}\#(open){{template "l" .}}\#(close){{end}}{{template "l"}}"#)
        }
        #expect(result.error?.hasSuffix("exceeded maximum template depth (100000)") == true)
    }

    @Test("parentheses as deep as allowed run after a deep recursion on a small stack")
    func nestedParentheses() async {
        let depth = Parser.maximumDepth
        let nest = String(repeating: "(print ", count: depth) + "1" + String(repeating: ")", count: depth)
        let result = await onSmallStack { Rendering("{{\(nest)}}") }
        #expect(result.output == "1")
    }

    @Test(
        "nesting beyond the limit is an error",
        arguments: ["(", "{{if 1}}", "{{block `x` 1}}", "{{if 0}}{{else if 1}}"])
    func nestingLimit(_ piece: String) async {
        let source =
            piece == "(" ? "{{" + String(repeating: "(", count: 100_000) : String(repeating: piece, count: 100_000)
        let result = await onSmallStack { Rendering(source) }
        #expect(result.error == "template: :1: max expression depth exceeded")
    }

    @Test(
        "data nested beyond the limit is an error",
        arguments: ["{{.}}", "{{json .}}", "{{print .}}", "{{printf `%d` .}}"])
    func deepData(_ source: String) async {
        let result = await onSmallStack {
            var value = TemplateValue.list(ArrayList([]))
            for _ in 0..<1_000 { value = .list(ArrayList([value])) }
            return Rendering(source, value)
        }
        #expect(result.error?.hasSuffix("value nested too deeply") == true)
    }

    @Test("a huge pad is refused")
    func hugePad() {
        let result = Rendering("{{pad `x` 100000000 0}}")
        #expect(result.output.isEmpty)
        #expect(result.error?.hasSuffix("error calling pad: more than 1000000 spaces") == true)
    }

    @Test("output that doubles without end is refused")
    func doublingOutput() {
        let result = Rendering("{{$x := `0123456789`}}{{range 60}}{{$x = print $x $x}}{{end}}{{$x}}")
        #expect(result.error?.hasSuffix("error calling print: output too large") == true)
    }

    @Test(
        "text that a function lengthens again and again is refused",
        arguments: ["printf `%s%s` $x $x", "join (split $x ``) $x"])
    func growingText(_ call: String) {
        let result = Rendering("{{$x := printf `%99999s` 0}}{{range 200}}{{$x = \(call)}}{{end}}")
        #expect(result.error?.hasSuffix("output too large") == true)
    }

    @Test(
        "a loop without end is refused",
        arguments: ["{{range 1000000000000}}{{end}}", "{{range 1000000000000}}{{if 1}}{{end}}{{end}}"])
    func endlessLoop(_ source: String) throws {
        var template = try Template(source)
        template.stepLimit = 10_000
        var output: [UInt8] = []
        let error = #expect(throws: TemplateError.self) { try template.render(.null, into: &output) }
        #expect(error?.message.hasSuffix("template runs too long") == true)
    }

    @Test("output that goes on without end is refused")
    func endlessOutput() {
        let result = Rendering("{{$x := printf `%999999d` 1}}{{range 1000000000}}{{$x}}{{end}}")
        #expect(result.error?.hasSuffix("output too large") == true)
    }

    @Test("extreme numbers go through every function without harm")
    func extremeNumbers() {
        let numbers: [TemplateValue] = [
            .int(.min), .int(.max), .uint(.max), .float(.nan), .float(.infinity), .float(-.infinity), .float(-0.0),
            .float(.leastNonzeroMagnitude), .float(.greatestFiniteMagnitude), .number(""), .number("1e999"),
        ]
        let words = FunctionSet.docker.names
        for number in numbers {
            let data = TemplateValue.map(
                DictionaryMap(["N": number, "L": .list(ArrayList([number])), "S": .string("text")]))
            for word in words {
                for arguments in [".N", ".N .N", ".L .N", ".S .N", ".S .N .N", ".L .N .N .N"] {
                    #expect(Rendering("{{\(word) \(arguments)}}", data) == Rendering("{{\(word) \(arguments)}}", data))
                }
            }
            for verb in "vTtbcdoOqxXUeEfFgGsp" {
                for flags in ["", "#", "+", "-9", "09", " ", "+#020.4", ".0", "#.3"] {
                    let source = "{{printf `%\(flags)\(verb)` .N}}"
                    #expect(Rendering(source, data).error == nil)
                }
            }
        }
    }

    @Test("20,000 damaged templates neither trap nor hang")
    func damagedTemplates() {
        var generator = Lehmer(state: 20_261_123)
        let examples = GoCase.all
        guard let last = examples.last else { return }
        let pieces = [
            "{{", "}}", "-", " ", "(", ")", "|", ".", "$", "\"", "`", "'", "range ", "end", "%", "9", ":=", "\u{E9}",
        ]
        var failures = 0
        for _ in 0..<20_000 {
            let example = examples.randomElement(using: &generator) ?? last
            var bytes = Array(example.template.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0...bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes.insert(contentsOf: Array((pieces.randomElement(using: &generator) ?? "").utf8), at: place)
                case 1 where place < bytes.count: bytes.remove(at: place)
                case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                default:
                    let other = Array((examples.randomElement(using: &generator) ?? last).template.utf8)
                    bytes.insert(
                        contentsOf: other.suffix(Int.random(in: 0...other.count, using: &generator)), at: place)
                }
            }
            let result = Rendering(String(decoding: bytes, as: UTF8.self), example.mode.value(example.data))
            if result.error != nil { failures += 1 }
        }
        #expect(failures > 1_000)
        #expect(failures < 20_000)
    }
}

/// Random numbers that are the same in every run.
private struct Lehmer: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
