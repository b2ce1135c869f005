import Testing

@testable import Commands

@Suite("Where a build context comes from")
struct ContextSourceTests {
    @Test("a git address is taken apart into repository, reference and folder")
    func gitAddresses() throws {
        func parts(_ text: String) -> [String?]? {
            GitAddress(text).map { [$0.repository, $0.reference, $0.folder] }
        }
        #expect(parts("https://h/r.git") == ["https://h/r.git", nil, nil])
        #expect(parts("https://h/r.git#v1") == ["https://h/r.git", "v1", nil])
        #expect(parts("https://h/r.git#v1:a/b") == ["https://h/r.git", "v1", "a/b"])
        #expect(parts("http://h:8/r.git#:a") == ["http://h:8/r.git", nil, "a"])
        #expect(parts("git@h:o/r.git#x") == ["git@h:o/r.git", "x", nil])
        #expect(parts("git://h/r#x") == ["git://h/r", "x", nil])
        #expect(parts("ssh://git@h/r") == ["ssh://git@h/r", nil, nil])
        #expect(parts("github.com/o/r#main:docs") == ["https://github.com/o/r", "main", "docs"])
    }

    @Test(
        "what only resembles a repository is none",
        arguments: [
            "https://h/r", "https://h/r.git/x", "file:///r.git", "/r.git", "ext::sh -c x", "https://github.com/o/r", "",
        ])
    func notGit(_ text: String) {
        #expect(GitAddress(text) == nil)
    }

    @Test("repositories and references that would be options of git are refused before git runs")
    func options() throws {
        for text in ["git://h/r#--upload-pack=touch x", "git://h/r#-f:sub"] {
            let address = try #require(GitAddress(text))
            #expect(throws: Failure.self) { try GitCheckout(address, in: "/nonexistent") }
        }
    }

    @Test("archives are told by their first bytes")
    func archives() throws {
        #expect(ArchiveFormat(beginning: [0x1f, 0x8b, 0x08, 0]) == .gzip)
        #expect(ArchiveFormat(beginning: Array("BZh91AY".utf8)) == .bzip2)
        #expect(ArchiveFormat(beginning: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]) == .xz)
        #expect(ArchiveFormat(beginning: [0x28, 0xb5, 0x2f, 0xfd]) == .zstandard)
        let header = TarEntry(name: Array("a".utf8), kind: .directory, mode: 0o755, modified: 0).header
        #expect(ArchiveFormat(beginning: header) == .tar)
    }

    @Test("a Dockerfile, nothing, zeros and a damaged header are no archives")
    func noArchives() {
        #expect(ArchiveFormat(beginning: Array("FROM busybox\n".utf8)) == nil)
        #expect(ArchiveFormat(beginning: []) == nil)
        #expect(ArchiveFormat(beginning: [UInt8](repeating: 0, count: 512)) == nil)
        var header = TarEntry(name: Array("a".utf8), kind: .directory, mode: 0o755, modified: 0).header
        header[0] = UInt8(ascii: "b")
        #expect(ArchiveFormat(beginning: header) == nil)
        #expect(ArchiveFormat(beginning: Array(header.prefix(511))) == nil)
    }
}
