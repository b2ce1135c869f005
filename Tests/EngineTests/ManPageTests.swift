import Foundation
import Testing

@Suite("The manual pages are well formed")
struct ManPageTests {
    private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    @Test("mandoc and groff have nothing to say about them")
    func lint() throws {
        let mandoc = try Tug.shell("cd \(Self.top) && mandoc -T lint -W style man/*.1")
        #expect(mandoc.out + mandoc.err == "" && mandoc.status == 0)
        let groff = try Tug.shell("cd \(Self.top) && for page in man/*.1; do groff -man -ww -T utf8 -z $page; done")
        #expect(groff.out + groff.err == "" && groff.status == 0)
    }

    @Test("man shows a page with its parts")
    func rendering() throws {
        let page = try Tug.shell("cd \(Self.top) && MANWIDTH=80 man -l man/tug-run.1 | cat")
        #expect(page.status == 0)
        for part in ["NAME", "SYNOPSIS", "tug run [OPTIONS] IMAGE [COMMAND...]", "OPTIONS", "--restart", "EXAMPLES"] {
            #expect(page.out.contains(part), "\(part)")
        }
        let main = try Tug.shell("cd \(Self.top) && MANWIDTH=80 man -l man/tug.1 | cat").out
        for part in ["FORMATTING", "FILTERS", "API VERSIONS", "ENVIRONMENT", "FILES", "EXIT STATUS", "DOCKER_HOST"] {
            #expect(main.contains(part), "\(part)")
        }
    }
}
