import CXattr
import Foundation
import Testing

@testable import Commands

@Suite("Tar archives, read back by the system's tar")
struct TarArchiveTests {
    /// A folder of its own, removed at the end.
    final class Scratch {
        let path: String

        init() throws {
            path = NSTemporaryDirectory() + "tar-tests-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        /// Runs a shell line in the folder and returns what it prints.
        @discardableResult
        func shell(_ line: String) throws -> String {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-ec", line]
            process.currentDirectoryURL = URL(fileURLWithPath: path)
            let out = Pipe()
            process.standardOutput = out
            try process.run()
            let data = out.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(line)")
            return String(decoding: data, as: UTF8.self)
        }
    }

    private func bytes(of archive: TarArchive, step: Int = 1000) throws -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: step)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try archive.read(into: $0) }
            if count == 0 { return all }
            all += buffer[..<count]
        }
    }

    private func bytes(of entries: [TarEntry], step: Int = 1000) throws -> [UInt8] {
        var rest = entries[...]
        return try bytes(of: TarArchive { rest.popFirst() }, step: step)
    }

    private func text(_ name: String, _ text: String, mode: UInt32 = 0o644, modified: Int64 = 0) -> TarEntry {
        TarEntry(name: Array(name.utf8), kind: .text(Array(text.utf8)), mode: mode, modified: modified)
    }

    @Test("names of every length come back whole", arguments: [1, 99, 100, 101, 155, 156, 200, 255, 256, 257, 1000])
    func names(_ length: Int) throws {
        let scratch = try Scratch()
        let flat = String(repeating: "n", count: length)
        var deep = ""
        while deep.utf8.count < length { deep += "dir/" }
        deep = String(deep.prefix(length).dropLast()) + "f"
        for name in [flat, deep, "é" + flat, "d" + deep] {
            let archive = try bytes(of: [text(name, "x")])
            try Data(archive).write(to: URL(fileURLWithPath: scratch.path + "/a.tar"))
            #expect(try scratch.shell("tar --quoting-style=literal -tf a.tar") == name + "\n")
        }
    }

    @Test("every kind of entry keeps its facts")
    func kinds() throws {
        let scratch = try Scratch()
        let long = Array(String(repeating: "t", count: 150).utf8)
        let kinds: [(String, TarEntry.Kind)] = [
            ("dir", .directory), ("fifo", .fifo), ("char", .characterDevice(major: 1, minor: 300)),
            ("block", .blockDevice(major: 259, minor: 2)), ("soft", .symbolicLink(to: Array("../x y".utf8))),
            ("long", .symbolicLink(to: long)), ("hard", .hardLink(to: Array("file".utf8))),
        ]
        var entries = [text("file", "12345", mode: 0o4751, modified: 1_000_000_000)]
        entries += kinds.map { TarEntry(name: Array($0.0.utf8), kind: $0.1, mode: 0o640, modified: 1_000_000_000) }
        try Data(bytes(of: entries)).write(to: URL(fileURLWithPath: scratch.path + "/a.tar"))
        let listing = try scratch.shell("TZ=UTC tar --numeric-owner -tvf a.tar | tr -s ' '")
        let date = "2001-09-09 01:46"
        let wanted = [
            "-rwsr-x--x 0/0 5 \(date) file", "drw-r----- 0/0 0 \(date) dir/", "prw-r----- 0/0 0 \(date) fifo",
            "crw-r----- 0/0 1,300 \(date) char", "brw-r----- 0/0 259,2 \(date) block",
            "lrw-r----- 0/0 0 \(date) soft -> ../x y",
            "lrw-r----- 0/0 0 \(date) long -> \(String(decoding: long, as: UTF8.self))",
            "hrw-r----- 0/0 0 \(date) hard link to file",
        ]
        #expect(listing.split(separator: "\n").map(String.init) == wanted)
    }

    @Test("sizes above 8 GiB and times before 1970 are told in an extended header")
    func extremes() throws {
        let empty = try #require(OpenFile(reading: Array("/dev/null".utf8)))
        let header = TarEntry(
            name: Array("big".utf8), kind: .file(empty, size: 10_000_000_000), mode: 0o644, modified: -5
        ).header
        let records = String(decoding: header[512..<1024].prefix { $0 != 0 }, as: UTF8.self)
        #expect(records == "20 size=10000000000\n12 mtime=-5\n")
        #expect(header.count == 1536)
    }

    @Test("a record's length counts its own digits where they grow by one")
    func recordLengths() throws {
        for length in 85...95 {
            let name = "é" + String(repeating: "n", count: length)
            let header = text(name, "").header
            let record = header[512...].prefix { $0 != 0 }
            #expect(String(decoding: record, as: UTF8.self) == "\(record.count) path=\(name)\n")
        }
    }

    @Test("the same bytes come out whatever the reader's buffer", arguments: [1, 7, 511, 512, 513, 100_000])
    func buffers(_ step: Int) throws {
        let entries = [text("a", String(repeating: "x", count: 700)), text("b", ""), text("c", "y")]
        #expect(try bytes(of: entries, step: step) == bytes(of: entries, step: 4096))
    }

    @Test("a file that shrank is filled up, one that grew is cut, and the archive stays readable")
    func changingFiles() throws {
        let scratch = try Scratch()
        try scratch.shell("printf 12345 > short; printf 1234567890 > long")
        let short = try #require(OpenFile(reading: Array((scratch.path + "/short").utf8)))
        let long = try #require(OpenFile(reading: Array((scratch.path + "/long").utf8)))
        var rest = [
            TarEntry(name: Array("short".utf8), kind: .file(short, size: 2000), mode: 0o644, modified: 0),
            TarEntry(name: Array("long".utf8), kind: .file(long, size: 3), mode: 0o644, modified: 0),
            text("last", "end"),
        ][...]
        var shrunk: [[UInt8]] = []
        let archive = try bytes(of: TarArchive(onShrink: { shrunk.append($0) }) { rest.popFirst() })
        #expect(shrunk == [Array("short".utf8)])
        try Data(archive).write(to: URL(fileURLWithPath: scratch.path + "/a.tar"))
        try scratch.shell("mkdir out; tar -xf a.tar -C out")
        #expect(try scratch.shell("stat -c %s out/short; cat out/long out/last") == "2000\n123end")
    }

    @Test("a program's capabilities go along, other extended attributes stay")
    func capabilities() throws {
        let scratch = try Scratch()
        // cap_net_raw=ep in the kernel's second version: flags, then permitted and inheritable, low words first.
        let value: [UInt8] = [1, 0, 0, 2, 0, 0x20, 0, 0] + [UInt8](repeating: 0, count: 12)
        try scratch.shell("cp /bin/true ping; chmod 755 ping")
        let path = scratch.path + "/ping"
        try #require(setxattr(path, "security.capability", value, value.count, 0) == 0, "errno \(errno)")
        try #require(setxattr(path, "trusted.note", "x", 1, 0) == 0, "errno \(errno)")
        for archive in [
            TarArchive(next: try ContextFolder(root: scratch.path, rules: .none) { _ in }.next),
            try LocalArchive(CopyPath(path), followsLink: false).archive(named: "ping") { _ in },
        ] {
            let all = try bytes(of: archive)
            let record = Array("57 SCHILY.xattr.security.capability=".utf8) + value + [10]
            #expect(Array(all[512..<1024].prefix(57)) == record && all[569..<1024].allSatisfy { $0 == 0 })
            try Data(all).write(to: URL(fileURLWithPath: scratch.path + "/../\(getpid()).tar"))
            let look = "tar --xattrs --xattrs-include='*' -tvvf"
            let listing = try scratch.shell("\(look) ../\(getpid()).tar; rm ../\(getpid()).tar")
            #expect(listing.contains("x: 20 security.capability") && !listing.contains("trusted"), "\(listing)")
        }
    }

    private func names(in root: String, rules: String = "", always: [String] = []) throws -> [String] {
        let rules = try IgnoreRules(file: Array(rules.utf8))
        var complaints: [String] = []
        let folder = try ContextFolder(root: root, rules: rules, always: always) { complaints.append($0) }
        var names: [String] = []
        while let entry = try folder.next() { names.append(String(decoding: entry.name, as: UTF8.self)) }
        return names + complaints
    }

    @Test("a folder is sent sorted, links as links, hard links once, sockets not at all")
    func walk() throws {
        let scratch = try Scratch()
        try scratch.shell(
            "mkdir -p d/e; printf one > d/b; ln d/b d/c; ln -s /etc/passwd out; printf z > a; mkfifo p; printf x > d.x; chmod 640 a"
        )
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let socketPath = scratch.path + "/s"
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(socketPath.utf8).prefix(107)) }
        let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        #expect(bound == 0)
        let warning = "\(socketPath) is a socket: it is left out of the build context"
        #expect(try names(in: scratch.path) == ["a", "d", "d/b", "d/c", "d/e", "d.x", "out", "p", warning])
        try scratch.shell("rm s; mkdir ../\(URL(fileURLWithPath: scratch.path).lastPathComponent)/copy")
        let folder = try ContextFolder(root: scratch.path, rules: .none) { _ in }
        let archive = try bytes(of: TarArchive(next: folder.next))
        try Data(archive).write(to: URL(fileURLWithPath: scratch.path + "/copy/a.tar"))
        try scratch.shell("cd copy; tar -xf a.tar; rm a.tar")
        #expect(try scratch.shell("cat copy/d/c; readlink copy/out; stat -c '%a' copy/a") == "one/etc/passwd\n640\n")
        #expect(try scratch.shell("[ copy/d/b -ef copy/d/c ] && [ -p copy/p ] && echo same") == "same\n")
    }

    @Test("an ignored folder is sent only with what an exception brings back")
    func exceptions() throws {
        let scratch = try Scratch()
        try scratch.shell("mkdir -p a/b/c a/x e; touch a/b/c/keep a/b/no a/x/no e/no Dockerfile .dockerignore")
        #expect(try names(in: scratch.path, rules: "*\n!a/b/c") == ["a", "a/b", "a/b/c", "a/b/c/keep"])
        #expect(
            try names(in: scratch.path, rules: "*\n!**/keep", always: ["Dockerfile", ".dockerignore"])
                == [".dockerignore", "Dockerfile", "a", "a/b", "a/b/c", "a/b/c/keep"])
        #expect(try names(in: scratch.path, rules: "*", always: ["a/b/no"]) == ["a", "a/b", "a/b/no"])
    }

    @Test("names that are no UTF-8 are sent as they are")
    func rawNames() throws {
        let scratch = try Scratch()
        let name: [UInt8] = [0x66, 0xff, 0xe9]
        _ = (Array(scratch.path.utf8) + [UInt8(ascii: "/")] + name).withTerminator { creat($0, 0o600) }
        let folder = try ContextFolder(root: scratch.path, rules: .none) { _ in }
        #expect(try folder.next()?.name == name)
    }
}
