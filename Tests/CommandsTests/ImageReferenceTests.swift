import Testing

@testable import Commands

@Suite("References of images are taken apart and checked")
struct ImageReferenceTests {
    private static let digest = "sha256:" + String(repeating: "0a", count: 32)

    @Test(
        "what an engine would take is taken, and written in full",
        arguments: [
            ("busybox", "docker.io/library/busybox:latest"), ("team/app:1", "docker.io/team/app:1"),
            ("localhost/app", "localhost/app:latest"), ("reg.example:5000/a/b_c__d-e--f.g:V1.0_x", nil),
            ("[::1]:5000/app", "[::1]:5000/app:latest"), ("Reg/app", "Reg/app:latest"),
            ("app@\(digest)", "docker.io/library/app@\(digest)"),
            ("app:1@\(digest)", "docker.io/library/app:1@\(digest)"),
            ("index.docker.io/app", "docker.io/library/app:latest"),
        ])
    func good(_ text: String, _ canonical: String?) throws {
        #expect(try ImageReference(checking: text).canonical == canonical ?? text)
    }

    @Test(
        "what an engine would refuse is refused",
        arguments: [
            "", ":", "/", "a//b", "App", "team/App", "app:", "app:-x", "app:a b", "-app", "app-", "a..b", "a___b",
            "a_.b",
            "app@", "app@sha256:12", "app@\(digest)0", "reg:port/app", "reg_x.y/app", "-reg.x/app", "app\n", "a/../b",
            "é", String(repeating: "0a", count: 32), "app:" + String(repeating: "x", count: 129),
            String(repeating: "x", count: 300),
        ])
    func bad(_ text: String) {
        #expect(throws: Failure.self) { try ImageReference(checking: text) }
    }
}
