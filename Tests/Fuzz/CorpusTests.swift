import Foundation
import Testing

@Suite("What the fuzzer keeps is rendered without harm")
struct CorpusTests {
    private static let files: [URL] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")
        let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).sorted { $0.path < $1.path }
    }()

    @Test("there is a corpus")
    func corpus() {
        #expect(Self.files.count >= 20)
    }

    @Test("an input of the corpus", arguments: files)
    func input(_ file: URL) throws {
        #expect(TemplateInput(Array(try Data(contentsOf: file))).complaint() == nil)
    }
}
