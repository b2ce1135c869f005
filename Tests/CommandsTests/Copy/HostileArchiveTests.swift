import Configuration
import Foundation
import Terminal
import Testing

@testable import Commands

@Suite("An engine that sends what was not asked for writes nothing outside the target", .serialized)
struct HostileArchiveTests {
    /// What a copy left behind, and what it said.
    struct Outcome {
        let scratch: TarArchiveTests.Scratch
        let status: Int32
        let err: String

        /// Everything below the folder of the test but `setup`'s own, sorted.
        func files() throws -> [String] {
            try scratch.shell("find . -mindepth 1 | sort").split(separator: "\n").map { String($0.dropFirst(2)) }
        }

        func text(_ path: String) -> String? { try? String(contentsOfFile: "\(scratch.path)/\(path)", encoding: .utf8) }
    }

    private static let folder = "eyJtb2RlIjoyMTQ3NDg0MTQxfQ=="
    private static let file = "eyJtb2RlIjo0MjB9"

    /// Copies `/src/d`, a folder, or `/src/f`, a file, out of a container whose engine answers with `archive`.
    private func copy(
        _ archive: [UInt8], isFolder: Bool = true, to target: String = "dst", flags: [String] = [], setup: String = ""
    ) throws -> Outcome {
        let scratch = try TarArchiveTests.Scratch()
        try scratch.shell(setup)
        let path = isFolder ? "/src/d" : "/src/f"
        var conversation = Conversation(name: "cp")
        conversation.exchanges = [
            Conversation.Exchange(
                request: "GET /v1.41/containers/web/archive?path=\(path)",
                headers: ["X-Docker-Container-Path-Stat: \(isFolder ? Self.folder : Self.file)"], body: archive)
        ]
        let engine = ScriptedEngine(conversation)
        let (out, err) = (Output(memory: .file), Output(memory: .file))
        let world = World(
            environment: Environment(["DOCKER_CONFIG": "/nonexistent"]), input: 0, out: out, err: err,
            now: { Timestamp(seconds: 1_700_000_000) }, dial: { _ in try engine.connect() })
        let status = Program(world).run(["cp"] + flags + ["web:\(path)", "\(scratch.path)/\(target)"])
        return Outcome(
            scratch: scratch, status: status, err: err.text.replacingOccurrences(of: scratch.path + "/", with: ""))
    }

    private func tar(_ build: (inout RawTar) -> Void) -> [UInt8] {
        var tar = RawTar()
        build(&tar)
        return tar.whole
    }

    @Test("an honest folder is copied, into one that is there and as a new one")
    func honest() throws {
        let archive = tar {
            $0.add("d/", type: "5", mode: 0o750)
            $0.add("d/a", text: "hello")
            $0.add("d/s/", type: "5", mode: 0o555)
            $0.add("d/s/b", text: "b")
            $0.add("d/l", type: "2", link: "s/b")
            $0.add("d/abs", type: "2", link: "/etc/passwd")
            $0.add("d/h", type: "1", link: "d/a")
            $0.add("d/p", type: "6")
        }
        let members = ["a", "abs", "h", "l", "p", "s", "s/b"]
        let new = try copy(archive)
        #expect(new.status == 0 && new.err == "")
        #expect(try new.files() == ["dst"] + members.map { "dst/\($0)" })
        #expect(
            try new.scratch.shell("stat -c '%a %Y' dst dst/s; cat dst/h dst/l; stat -c %h dst/a")
                == "750 1000000000\n555 1000000000\nhellob2\n")
        let within = try copy(archive, setup: "mkdir dst")
        #expect(try within.files() == ["dst", "dst/d"] + members.map { "dst/d/\($0)" })
    }

    @Test("an honest file takes another name, replaces a file, and follows the user's own link")
    func honestFile() throws {
        let archive = tar { $0.add("f", text: "new") }
        #expect(try copy(archive, isFolder: false).text("dst") == "new")
        #expect(try copy(archive, isFolder: false, setup: "echo old > dst").text("dst") == "new")
        #expect(try copy(archive, isFolder: false, setup: "mkdir dst").text("dst/f") == "new")
        let linked = try copy(archive, isFolder: false, setup: "echo old > real; ln -s real dst")
        #expect(linked.text("real") == "new")
        #expect(try linked.scratch.shell("readlink dst") == "real\n")
        let dangling = try copy(archive, isFolder: false, setup: "ln -s real dst")
        #expect(dangling.text("real") == "new")
    }

    @Test(
        "names that lead up, elsewhere or to something else are refused",
        arguments: [
            "../evil", "d/../../evil", "d/../../../evil", "/tmp/evil", "/d/evil", "other/f", "e", "dd/f", "..", "d/..",
        ])
    func names(_ name: String) throws {
        let outcome = try copy(
            tar {
                $0.add("d/", type: "5"); $0.add(name, text: "evil")
            }, setup: "mkdir dst")
        #expect(outcome.status == 1)
        #expect(outcome.err == "tug: the engine sent \(name.debugDescription), which is not what was asked for\n")
        #expect(try outcome.files() == ["dst", "dst/d"])
        #expect(access("/tmp/evil", F_OK) != 0)
    }

    @Test("a file of another name beside the one that was asked for is refused")
    func otherFile() throws {
        let outcome = try copy(
            tar {
                $0.add("f", text: "x"); $0.add("f2", text: "evil")
            }, isFolder: false)
        #expect(outcome.status == 1)
        #expect(try outcome.files() == ["dst"])
    }

    @Test("nothing is written through a link of the archive, absolute or not")
    func throughLinks() throws {
        let absolute = try copy(
            tar {
                $0.add("d/", type: "5")
                $0.add("d/l", type: "2", link: "/tmp")
                $0.add("d/l/tug-evil", text: "evil")
            })
        #expect(absolute.status == 1 && absolute.err.contains("cannot copy to dst/l: no folder"))
        #expect(access("/tmp/tug-evil", F_OK) != 0)
        let inside = try copy(
            tar {
                $0.add("d/", type: "5")
                $0.add("d/real/", type: "5")
                $0.add("d/l", type: "2", link: "real")
                $0.add("d/l/x", text: "evil")
            })
        #expect(inside.status == 1)
        #expect(inside.text("dst/real/x") == nil)
    }

    @Test("the root of the copy cannot become a link")
    func rootLink() throws {
        let outcome = try copy(
            tar {
                $0.add("d", type: "2", link: "/tmp")
                $0.add("d/tug-evil", text: "evil")
            })
        #expect(outcome.status == 1)
        #expect(access("/tmp/tug-evil", F_OK) != 0)
        let later = try copy(
            tar {
                $0.add("d/", type: "5")
                $0.add("d", type: "2", link: "/tmp")
                $0.add("d/tug-evil", text: "evil")
            })
        #expect(later.status == 1)
        #expect(access("/tmp/tug-evil", F_OK) != 0)
    }

    @Test("links that lead out of the copy by their text are refused, and hard links to anything outside")
    func escapingLinks() throws {
        let symbolic = try copy(
            tar {
                $0.add("d/", type: "5"); $0.add("d/l", type: "2", link: "../../secret")
            })
        #expect(symbolic.status == 1)
        #expect(try symbolic.files() == ["dst"])
        for target in ["../secret", "d/../../secret", "/etc/passwd", "secret", "other/x"] {
            let hard = try copy(
                tar {
                    $0.add("d/", type: "5"); $0.add("d/h", type: "1", link: target)
                }, setup: "echo s > secret")
            #expect(hard.status == 1)
            #expect(try hard.files() == ["dst", "secret"])
        }
        let throughLink = try copy(
            tar {
                $0.add("d/", type: "5")
                $0.add("d/l", type: "2", link: "/etc")
                $0.add("d/h", type: "1", link: "d/l/passwd")
            })
        #expect(throughLink.status == 1)
        #expect(try throughLink.files() == ["dst", "dst/l"])
    }

    @Test("a link that was in the target before is not followed")
    func localLink() throws {
        let outcome = try copy(
            tar { $0.add("d/s/evil", text: "evil") }, setup: "mkdir -p dst/d outside; ln -s ../../outside dst/d/s")
        #expect(outcome.status == 1)
        #expect(outcome.text("outside/evil") == nil)
    }

    @Test("a link in a file's place is replaced, and what it leads to stays")
    func replacedLink() throws {
        let outcome = try copy(
            tar {
                $0.add("d/", type: "5"); $0.add("d/f", text: "new")
            },
            setup: "mkdir -p dst/d; echo old > outside; ln -s ../../outside dst/d/f")
        #expect(outcome.status == 0)
        #expect(outcome.text("outside") == "old\n")
        #expect(outcome.text("dst/d/f") == "new")
    }

    @Test("a second copy cannot use the links of the first")
    func twoCopies() throws {
        let first = tar {
            $0.add("d/", type: "5"); $0.add("d/x", type: "2", link: "/tmp")
        }
        let outcome = try copy(
            tar {
                $0.add("d/", type: "5"); $0.add("d/x/", type: "5"); $0.add("d/x/tug-evil", text: "e")
            },
            setup: "mkdir -p dst/d; ln -s /tmp dst/d/x")
        #expect(try copy(first).status == 0)
        #expect(outcome.status == 1 && outcome.err.contains("a folder cannot replace something that is none"))
        #expect(access("/tmp/tug-evil", F_OK) != 0)
    }

    @Test("a folder never takes a file's place, nor a file a folder's")
    func kinds() throws {
        let overFile = try copy(
            tar {
                $0.add("d/", type: "5"); $0.add("d/x/", type: "5")
            }, setup: "mkdir -p dst/d; echo old > dst/d/x")
        #expect(overFile.status == 1 && overFile.text("dst/d/x") == "old\n")
        let overFolder = try copy(
            tar {
                $0.add("d/", type: "5"); $0.add("d/x", text: "f")
            }, setup: "mkdir -p dst/d/x/y")
        #expect(overFolder.status == 1)
        #expect(try overFolder.files() == ["dst", "dst/d", "dst/d/x", "dst/d/x/y"])
    }

    @Test("devices are refused, and setuid bits are left out, unless --archive asks for them")
    func special() throws {
        for type: Character in ["3", "4"] {
            let outcome = try copy(
                tar {
                    $0.add("d/", type: "5"); $0.add("d/dev", type: type)
                })
            #expect(outcome.status == 1)
            #expect(try outcome.files() == ["dst"])
        }
        let archive = tar { $0.add("f", mode: 0o6755) }
        #expect(try copy(archive, isFolder: false).scratch.shell("stat -c %a dst") == "755\n")
        #expect(try copy(archive, isFolder: false, flags: ["-a"]).scratch.shell("stat -c %a dst") == "6755\n")
    }

    @Test("an archive that is cut, or says more than comes, leaves no part of a file and keeps the old one")
    func cut() throws {
        var part = RawTar()
        part.add("f", content: [UInt8](repeating: 65, count: 4000), size: 1 << 32)
        for archive in [part.bytes, part.cut(700), part.cut(300)] {
            let outcome = try copy(archive, isFolder: false, setup: "echo old > dst")
            #expect(outcome.status == 1 && outcome.err.contains("the archive is cut off"))
            #expect(outcome.text("dst") == "old\n")
            #expect(try outcome.files() == ["dst"])
        }
    }

    @Test("an archive without members, and an answer without a body, are errors")
    func empty() throws {
        let none = try copy([UInt8](repeating: 0, count: 1024))
        #expect(none.status == 1 && none.err == "tug: the archive is empty\n")
        let nothing = try copy([])
        #expect(nothing.status == 1 && nothing.err == "tug: the archive is empty\n")
        #expect(try none.files() == [] && nothing.files() == [])
    }

    @Test("a name of a million bytes and a path a thousand folders deep end in an error or a copy, not a crash")
    func long() throws {
        let name = "d/" + String(repeating: "n", count: 900_000)
        let outcome = try copy(
            tar {
                $0.add("d/", type: "5"); $0.extend(("path", name)); $0.add("x", text: "x")
            })
        #expect(outcome.status == 1)
        #expect(
            outcome.err.hasSuffix("File name too long\n") || outcome.err.hasSuffix("file name too long\n"),
            "\(outcome.err.suffix(200))")
        let deep = "d/" + String(repeating: "n/", count: 1000) + "f"
        let deeper = try copy(
            tar {
                $0.add("d/", type: "5"); $0.extend(("path", deep)); $0.add("x", text: "x")
            })
        #expect(deeper.status == 0)
        #expect(try deeper.scratch.shell("find dst -type f | wc -l") == "1\n")
    }
}
