import Testing

@testable import GoTemplate

@Suite("Templates that Go has rendered")
struct CorpusTests {
    @Test("the corpus is there")
    func corpusIsThere() {
        #expect(GoCase.all.count >= 3)
    }

    @Test("a template prints and fails exactly as in Go", arguments: GoCase.all)
    func matchesGo(_ example: GoCase) {
        let result = Rendering(
            example.template, example.mode.value(example.data),
            missingKey: example.mode == .number_strict ? .error : .noValue)
        #expect(result.output == example.output)
        #expect(result.error == example.error)
    }
}
