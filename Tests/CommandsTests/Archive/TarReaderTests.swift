import Foundation
import Testing

@testable import Commands

@Suite("Tar archives are read as they come, and bad ones refused")
struct TarReaderTests {
    /// Reads an archive that arrives in pieces of `step` bytes: each member and its content.
    private func read(_ bytes: [UInt8], step: Int = 7000) throws -> [(TarMember, [UInt8])] {
        var rest = bytes[...]
        let reader = TarReader { buffer in
            let piece = rest.prefix(min(step, buffer.count))
            buffer.copyBytes(from: piece)
            rest = rest.dropFirst(piece.count)
            return piece.count
        }
        var members: [(TarMember, [UInt8])] = []
        while let member = try reader.next() {
            var content: [UInt8] = []
            while let piece = try reader.content() { content += piece }
            members.append((member, content))
        }
        return members
    }

    private func name(_ member: TarMember?) -> String { String(decoding: member?.name ?? [], as: UTF8.self) }

    @Test("members come with their content, however the bytes are cut up", arguments: [1, 511, 512, 513, 100_000])
    func pieces(_ step: Int) throws {
        var tar = RawTar()
        tar.add("d/", type: "5", mode: 0o755)
        tar.add("d/a", text: "hello")
        tar.add("d/b", content: [UInt8](repeating: 7, count: 1300))
        tar.add("d/empty", text: "")
        tar.add("d/l", type: "2", link: "a")
        tar.add("d/h", type: "1", link: "d/a")
        let members = try read(tar.whole, step: step)
        #expect(members.map { name($0.0) } == ["d/", "d/a", "d/b", "d/empty", "d/l", "d/h"])
        #expect(members.map(\.1.count) == [0, 5, 1300, 0, 0, 0])
        #expect(members[1].1 == Array("hello".utf8))
        #expect(members[0].0.kind == .directory && members[0].0.mode == 0o755)
        #expect(members[4].0.kind == .symbolicLink(to: Array("a".utf8)))
        #expect(members[5].0.kind == .hardLink(to: Array("d/a".utf8)))
        #expect(members[1].0.modified == (1_000_000_000, 0))
    }

    @Test(
        "what the system's tar writes is read: long names in both ways, and times below a second",
        arguments: ["pax", "gnu"])
    func system(_ format: String) throws {
        let scratch = try TarArchiveTests.Scratch()
        let long = String(repeating: "n", count: 150)
        try scratch.shell("mkdir -p \(long)/\(long); echo x > \(long)/\(long)/f; ln -s \(long)\(long) \(long)/l")
        try scratch.shell("touch -d @1.5 \(long)/\(long)/f; tar --format=\(format) --sort=name -cf t.tar \(long)")
        let members = try read([UInt8](Data(contentsOf: URL(fileURLWithPath: scratch.path + "/t.tar"))))
        #expect(members.map { name($0.0) } == ["\(long)/", "\(long)/l", "\(long)/\(long)/", "\(long)/\(long)/f"])
        #expect(members[1].0.kind == .symbolicLink(to: Array("\(long)\(long)".utf8)))
        #expect(members[3].0.modified == (1, format == "pax" ? 500_000_000 : 0))
        #expect(members[3].1 == Array("x\n".utf8))
    }

    @Test("an extended header's path, size and time take the place of the header's own")
    func extended() throws {
        var tar = RawTar()
        tar.extend(("path", "real"), ("size", "3"), ("mtime", "-1.25"), ("comment", "x=y"))
        tar.add("other", content: Array("abc".utf8), size: 0)
        let members = try read(tar.whole)
        #expect(members.map { name($0.0) } == ["real"])
        #expect(members[0].1 == Array("abc".utf8))
        #expect(members[0].0.modified == (-2, 750_000_000))
    }

    @Test(
        "an archive that ends before its end mark is an error, wherever it does", arguments: [1, 511, 512, 700, 1024])
    func cut(_ count: Int) {
        var tar = RawTar()
        tar.add("f", text: "hello")
        #expect(throws: TarError.cut) { try read(tar.cut(count)) }
    }

    @Test("no bytes at all are an empty archive")
    func empty() {
        #expect(throws: TarError.empty) { try read([]) }
    }

    @Test("a size that never comes takes no memory and ends as cut")
    func huge() {
        var tar = RawTar()
        tar.add("f", content: Array("hello".utf8), sizeField: [0x80, 0, 0, 0, 0x7f, 255, 255, 255, 255, 255, 255, 255])
        #expect(throws: TarError.cut) { try read(tar.bytes) }
    }

    @Test(
        "numbers that do not fit, or are negative, or no numbers are refused",
        arguments: [
            [0x80, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255],
            [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255], Array("00000000x00\0".utf8),
        ] as [[UInt8]])
    func numbers(_ field: [UInt8]) {
        var tar = RawTar()
        tar.add("f", sizeField: field)
        #expect(throws: TarError.badNumber) { try read(tar.whole) }
    }

    @Test("a header of more than a megabyte is refused before it is read")
    func longHeader() {
        for type: Character in ["x", "g", "L", "K"] {
            var tar = RawTar()
            tar.add("h", type: type, size: 500 << 20)
            #expect(throws: TarError.headerTooLong(limit: 1 << 20)) { try read(tar.bytes) }
        }
    }

    @Test(
        "damaged records of an extended header are refused",
        arguments: [
            "5 a=b", "99 a=b\n", "0 a=b\n", "x a=b\n", "6 ab\n\n", "99999999999999999999 a=b\n", "3 a=b\n",
        ])
    func records(_ text: String) {
        var tar = RawTar()
        tar.add("PaxHeader", type: "x", content: Array(text.utf8))
        tar.add("f", text: "x")
        #expect(throws: TarError.badRecord) { try read(tar.whole) }
    }

    @Test("sparse files, unknown types, a wrong checksum and nameless members are refused")
    func refused() {
        var sparse = RawTar()
        sparse.add("f", type: "S")
        #expect(throws: TarError.sparse) { try read(sparse.whole) }
        var paxSparse = RawTar()
        paxSparse.extend(("GNU.sparse.major", "1"))
        paxSparse.add("f", text: "x")
        #expect(throws: TarError.sparse) { try read(paxSparse.whole) }
        var unknown = RawTar()
        unknown.add("f", type: "Z")
        #expect(throws: TarError.unknownKind(UInt8(ascii: "Z"))) { try read(unknown.whole) }
        var nameless = RawTar()
        nameless.add("", text: "x")
        #expect(throws: TarError.badName) { try read(nameless.whole) }
        var zero = RawTar()
        zero.extend(("path", "a\0b"))
        zero.add("f", text: "x")
        #expect(throws: TarError.badName) { try read(zero.whole) }
        var broken = RawTar()
        broken.add("f", text: "x")
        var bytes = broken.whole
        bytes[0] = UInt8(ascii: "g")
        #expect(throws: TarError.noHeader) { try read(bytes) }
    }

    @Test("no change of a byte makes the reader trap")
    func mutations() throws {
        var tar = RawTar()
        tar.extend(("path", "real"), ("size", "3"))
        tar.add("f", text: "abc")
        tar.add("l", type: "2", link: "f")
        var random = SystemRandomNumberGenerator()
        for _ in 0..<3000 {
            var bytes = tar.whole
            for _ in 0..<3 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255) }
            _ = try? read(bytes)
        }
    }
}
