import Foundation
import JSON
import Testing

@Suite("Answers that say what no engine says")
struct MutationTests {
    private static let conversations = Conversation.files.flatMap { (try? Conversation.all(in: $0)) ?? [] }

    /// How often each conversation is held with something else in its answers.
    private static let rounds = 6

    @Test("any value in the place of any other ends in a status that tug chose, never in a trap")
    func values() throws {
        #expect(Self.conversations.count > 400)
        var mutator = Mutator(seed: 20_261_124)
        for conversation in Self.conversations where conversation.exchanges.contains(where: { !$0.body.isEmpty }) {
            for _ in 0..<Self.rounds {
                var changed = conversation
                for index in changed.exchanges.indices {
                    changed.exchanges[index].body = mutator.mutate(changed.exchanges[index].body)
                }
                let status = try changed.hold().status
                #expect((0...255).contains(status), "\(conversation.name)")
            }
        }
    }
}

/// Puts another value in the place of one of a JSON body, or of a stream of them. Other bodies stay as they are.
private struct Mutator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private static let values: [JSONNode] = [
        .null, .bool(true), .bool(false), .int(0), .int(-1), .int(.max), .int(.min), .uint(.max), .number("1e400"),
        .number("-0"), .number("1" + String(repeating: "0", count: 40)), .string(""), .string("x"), .string("/"),
        .string(":"), .string("@"), .string("sha256:"), .string("\0\n\u{1b}[2J"), .string("0001-01-01T00:00:00Z"),
        .string("9999-12-31T23:59:59.999999999Z"), .string("2026-02-30T25:61:61Z"),
        .string(String(repeating: "é", count: 5000)), .array([]), .array([.null]), .array([.array([])]), .object([]),
        .object([JSONMember("", .null)]), .object([JSONMember("x", .int(.min))]),
    ]

    /// SplitMix64.
    private mutating func random(below count: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(count))
    }

    mutating func mutate(_ body: [UInt8]) -> [UInt8] {
        guard let document = try? JSONDocument(body) else { return mutate(linesOf: body) }
        let node = JSONNode(document.root)
        var place = random(below: Self.count(node))
        return Self.replace(node, &place, by: Self.values[random(below: Self.values.count)]).bytes
    }

    /// One value of a stream of them, a line each.
    private mutating func mutate(linesOf body: [UInt8]) -> [UInt8] {
        var lines = body.split(separator: 10)
        guard lines.count > 1 else { return body }
        let line = random(below: lines.count)
        lines[line] = mutate(Array(lines[line]))[...]
        return Array(lines.joined(separator: [10])) + [10]
    }

    private static func count(_ node: JSONNode) -> Int {
        switch node {
        case .array(let elements): elements.reduce(1) { $0 + count($1) }
        case .object(let members): members.reduce(1) { $0 + count($1.value) }
        default: 1
        }
    }

    /// Replaces the node at a place, counted in the order of the text.
    private static func replace(_ node: JSONNode, _ place: inout Int, by value: JSONNode) -> JSONNode {
        place -= 1
        if place == -1 { return value }
        switch node {
        case .array(let elements): return .array(elements.map { replace($0, &place, by: value) })
        case .object(let members):
            return .object(members.map { JSONMember($0.key, replace($0.value, &place, by: value)) })
        default: return node
        }
    }
}
