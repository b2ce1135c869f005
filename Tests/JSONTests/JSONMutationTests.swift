import Foundation
import Testing

@testable import JSON

/// Real bodies with a few bytes changed, the same ones every time.
@Suite struct JSONMutationTests {
    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let bodies = ["ps-1.6.2", "networks-1.12.6", "images-20.10.24", "ps-29.7.2"]
    private static let spice = Array("{}[]\",:\\0123456789.eE+-truefalsn /bu\u{1}\n\té".utf8) + [0xFF, 0x80, 0xC0]

    private func mutated(_ body: [UInt8], _ generator: inout Generator) -> [UInt8] {
        var bytes = body
        for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &generator)
            let byte = Self.spice.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes.remove(at: at)
            case 1: bytes.insert(byte, at: at)
            case 2: bytes.removeLast(bytes.count - at)
            case 3:
                let end = min(at + Int.random(in: 1...40, using: &generator), bytes.count)
                bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &generator))
            default: bytes[at] = byte
            }
        }
        return bytes
    }

    /// JSONSerialization refuses bytes that are not UTF-8 and lone surrogates, and guesses UTF-16 by NUL bytes.
    private func bothRulesAgree(on bytes: [UInt8]) -> Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        return !text.utf8.contains(0) && text.firstRange(of: "\\u") == nil
    }

    /// JSONSerialization refuses numbers beyond the range of a double.
    private func hasHugeNumber(_ document: JSONDocument) -> Bool {
        var pending = [document.root]
        while let value = pending.popLast() {
            if value.kind == .number, value.double == nil || value.double?.isSubnormal == true { return true }
            pending += value.elements
            pending += value.members.map(\.value)
        }
        return false
    }

    /// JSONSerialization accepts a comma before a closing bracket.
    private func endsWithComma(_ bytes: [UInt8]) -> Bool {
        switch failure(text(bytes)) {
        case .unexpectedByte(ASCII.closeBracket, _, wanted: .value), .unexpectedByte(ASCII.closeBrace, _, wanted: .key):
            true
        default: false
        }
    }

    /// Touches every value in every way.
    private func walk(_ root: JSONValue) {
        var pending = [root]
        while let value = pending.popLast() {
            _ = (value.string, value.bool, value.int, value.uint, value.double, value.rawBytes, value["Id"], value[1])
            pending += value.elements
            pending += value.members.map(\.value)
        }
        var compact: [UInt8] = []
        root.compact(into: &compact)
        var indented: [UInt8] = []
        root.indented(into: &indented)
        var again: [UInt8] = []
        (try? JSONDocument(indented))?.root.compact(into: &again)
        #expect(compact == again)
        let node = JSONNode(root)
        let copied = try? JSONDocument(node.bytes)
        #expect(copied.map { JSONNode($0.root) } == node)
    }

    @Test("20,000 mutated bodies are accepted or refused as JSONSerialization does, and none traps")
    func mutations() throws {
        var generator = Generator(state: 20_150_629)
        let bodies = try Self.bodies.map { try fixture("\($0).json") }
        var accepted = 0
        var compared = 0
        for round in 0..<20_000 {
            let bytes = mutated(bodies[round % bodies.count], &generator)
            let document = try? JSONDocument(bytes)
            if let document {
                accepted += 1
                if round % 8 == 0 { walk(document.root) }
            }
            guard bothRulesAgree(on: bytes) else { continue }
            compared += 1
            let reference = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            if let document, reference == nil, hasHugeNumber(document) { continue }
            if reference != nil, endsWithComma(bytes) { continue }
            #expect((document != nil) == (reference != nil), "\(text(bytes))")
        }
        #expect(accepted > 2_000)
        #expect(compared > 10_000)
    }

    @Test("mutated event streams cut at random never trap and give the same values whole and byte by byte")
    func streams() throws {
        var generator = Generator(state: 7)
        let body = try fixture("events-1.13.0.json")
        for _ in 0..<500 {
            let bytes = mutated(body, &generator)
            #expect(values(of: bytes, chunk: 1) == values(of: bytes, chunk: bytes.count + 1))
        }
    }

    private func values(of bytes: [UInt8], chunk: Int) -> [String] {
        var stream = JSONStream()
        var values: [String] = []
        do {
            for start in stride(from: 0, to: bytes.count, by: chunk) {
                stream.append(bytes[start..<min(start + chunk, bytes.count)])
                while let document = try stream.next() { values.append(text(document.bytes)) }
            }
            var last = try stream.finish()
            while let document = last {
                values.append(text(document.bytes))
                last = try stream.next()
            }
        } catch {
            values.append("\(error)")
        }
        return values
    }
}
