import Testing

@testable import Commands

@Suite("Texts are ordered with their digits read as numbers")
struct NaturalOrderTests {
    @Test("runs of digits compare as numbers, however long, and the rest byte by byte")
    func numbers() {
        let sorted = [
            "", "9/tcp", "9/udp", "80/tcp", "443/tcp", "8080/tcp", "99999999999999999999/tcp", "a", "a1", "a02", "a10",
        ]
        #expect(sorted.reversed().sorted(by: NaturalOrder.precedes) == sorted)
    }

    @Test("digits come before all else, and fewer zeros before more, as docker 20.10 was seen to sort these")
    func digitsFirst() {
        let sorted = ["A1", "a1", "a01", "a001", "a-1", "a.1", "a_1"]
        #expect(sorted.reversed().sorted(by: NaturalOrder.precedes) == sorted)
    }

    @Test("nothing comes before itself")
    func equality() {
        for text in ["", "80/tcp", "007", "a7b"] { #expect(!NaturalOrder.precedes(text, text)) }
    }
}
