import Testing

@testable import Terminal

struct DetachTests {
    @Test(
        "keys become the bytes the terminal sends",
        arguments: [
            ("ctrl-p,ctrl-q", [0x10, 0x11]), ("a", [0x61]),
            ("ctrl-@,ctrl-[,ctrl-\\,ctrl-],ctrl-^,ctrl-_", [0, 27, 28, 29, 30, 31]),
            ("DEL,x,ctrl-a,ctrl-z", [127, 120, 1, 26]),
        ] as [(String, [UInt8])])
    func parses(text: String, bytes: [UInt8]) throws {
        #expect(try DetachKeys(text).bytes == bytes)
    }

    @Test(
        "what is no key is refused and named",
        arguments: [
            ("", ""), ("ctrl-", "ctrl-"), ("ctrl-P", "ctrl-P"), ("ctrl-1", "ctrl-1"), ("a,,b", ""), ("ab", "ab"),
            ("a,é", "é"),
            ("del", "del"),
        ])
    func refuses(text: String, key: String) {
        #expect(throws: DetachKeys.UnknownKey(key: key)) { try DetachKeys(text) }
    }

    @Test("the keys are found however the bytes are split, and everything before them passes")
    func everySplit() {
        let typed: [UInt8] = [1, 0x10, 2, 0x10, 0x10, 3, 0x10, 0x10, 0x11, 9, 9]
        for first in 0...typed.count {
            for second in first...typed.count {
                var scanner = DetachScanner(.standard)
                var through: [UInt8] = []
                var detached = false
                for part in [typed[..<first], typed[first..<second], typed[second...]] where !detached {
                    let result = scanner.feed(part)
                    through += result.through
                    detached = result.detached
                }
                #expect(detached)
                #expect(through == [1, 0x10, 2, 0x10, 0x10, 3, 0x10])
            }
        }
    }

    @Test("keys that repeat their own beginning are found inside a longer run")
    func selfOverlap() throws {
        var scanner = DetachScanner(try DetachKeys("a,a,b"))
        let result = scanner.feed(Array("xaaab".utf8))
        #expect(result.detached)
        #expect(result.through == Array("xa".utf8))
    }

    @Test("the beginning of the keys is held back, and passes at the end of the input")
    func heldBack() {
        var scanner = DetachScanner(.standard)
        #expect(scanner.feed([5, 0x10]).through == [5])
        #expect(scanner.finish() == [0x10])
        #expect(scanner.finish() == [])
    }
}
