import Foundation
import Testing

@Suite("Help is in our own words")
struct OwnWordsTests {
    private struct Page {
        var purpose = ""
        var flags: [String: String] = [:]

        init(_ text: String) {
            var flag: String?
            let lines = text.components(separatedBy: "\n")
            purpose = lines.drop { !$0.hasPrefix("Usage:") }.dropFirst().first { !$0.isEmpty } ?? ""
            for line in lines {
                if let match = line.firstMatch(of: /^ {2,6}(-\w, )?--([\w-]+)( \S+)?( {2,}(.*))?$/) {
                    flag = String(match.2)
                    flags[String(match.2)] = String(match.5 ?? "")
                } else if let name = flag, line.hasPrefix("            ") {
                    flags[name]? += " " + line.trimmingCharacters(in: .whitespaces)
                } else {
                    flag = nil
                }
            }
        }

        /// Words alone, without what stands in brackets.
        static func words(_ text: String) -> [Substring] {
            text.lowercased().replacing(/\(.*?\)/, with: "").filter { $0.isLetter || $0 == " " }.split(separator: " ")
        }
    }

    @Test("no flag's text, and no purpose of four words or more, is the one that docker prints")
    func ownWords() throws {
        let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let reference = try String(contentsOf: top.appendingPathComponent("man/reference.txt"), encoding: .utf8)
        var compared = 0
        for part in ("\n\n\n" + reference).components(separatedBy: "\n\n\ntug ").dropFirst() {
            let title = part.prefix { $0 != "\n" }
            let theirs = Page(try Tug.shell("docker \(title) --help", environment: ["HOME": "/nowhere"]).out)
            let ours = Page(part)
            let purpose = Page.words(ours.purpose)
            #expect(purpose.count < 4 || purpose != Page.words(theirs.purpose), "\(title): \(ours.purpose)")
            for (flag, text) in ours.flags where flag != "help" {
                guard let other = theirs.flags[flag] else { continue }
                compared += 1
                #expect(Page.words(text) != Page.words(other), "\(title) --\(flag): \(text)")
            }
        }
        #expect(compared > 400)
    }
}
