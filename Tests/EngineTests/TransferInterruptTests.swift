import Foundation
import Testing

@Suite("Ctrl-C ends a transfer at once, here and in the engine")
struct TransferInterruptTests {
    /// More than the buffers between the engine and the registry hold.
    private static let layer = 16_000_000

    /// An image with a layer that no registry and no engine has yet.
    private func makeImage(_ name: String) throws {
        let dockerfile = "FROM busybox\nRUN head -c \(Self.layer) /dev/urandom > /random\n"
        let built = try Tug.run("build -q --no-cache -t \(name) -", input: dockerfile)
        #expect(built.status == 0, "\(built.err)")
    }

    @Test("a push: the tag never appears in the registry")
    func push() throws {
        let registry = try Registry()
        let proxy = try SlowProxy(to: registry.address)
        let name = "\(proxy.address)/interrupted/push:1"
        try makeImage(name)
        defer { _ = try? Tug.run("rmi -f \(name)") }
        let session = try TerminalSession("$TUG push \(name)")
        #expect(proxy.waits(for: 300_000), "\(session.rest)")
        session.type("\u{3}")
        #expect(session.sees("status 130"), "\(session.rest)")
        #expect(session.sees("unchanged"))
        // What the engine had sent before still arrives.
        proxy.hurry()
        #expect(proxy.countAtRest() < Self.layer, "the engine has stopped")
        let blobs = try Tug.shell("find '\(registry.folder)/data' -path '*/blobs/*/data' -size +8000k | wc -l")
        #expect(blobs.out == "0\n", "the layer is not complete")
        let tags = try Tug.shell("find '\(registry.folder)/data' -path '*/_manifests/tags/1*' | wc -l")
        #expect(tags.out == "0\n")
        // Without the interrupt both would be there.
        #expect(try Tug.run("push -q \(name)").status == 0)
        #expect(try Tug.shell("find '\(registry.folder)/data' -path '*/_manifests/tags/1' | wc -l").out == "1\n")
    }

    @Test("a pull: the image never appears in the engine")
    func pull() throws {
        let registry = try Registry()
        let direct = "\(registry.address)/interrupted/pull:1"
        try makeImage(direct)
        #expect(try Tug.run("push -q \(direct)").status == 0)
        #expect(try Tug.run("rmi \(direct)").status == 0)
        let proxy = try SlowProxy(to: registry.address)
        let name = "\(proxy.address)/interrupted/pull:1"
        defer { _ = try? Tug.run("rmi -f \(name)") }
        let session = try TerminalSession("$TUG pull \(name)")
        #expect(proxy.waits(for: 300_000), "\(session.rest)")
        session.type("\u{3}")
        #expect(session.sees("status 130"), "\(session.rest)")
        #expect(session.sees("unchanged"))
        #expect(proxy.countAtRest() < Self.layer, "the engine has stopped")
        #expect(try Tug.run("image inspect \(name)").status == 1)
        proxy.hurry()
        #expect(try Tug.run("pull -q \(name)").out == "\(name)\n")
    }
}
