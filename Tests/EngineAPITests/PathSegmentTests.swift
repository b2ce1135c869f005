import Testing

@testable import EngineAPI

@Suite("A name never becomes another endpoint, header or query")
struct PathSegmentTests {
    @Test(
        "names are encoded as one segment",
        arguments: [
            ("web", "web"), ("/web", "web"), ("a?force=1", "a%3Fforce%3D1"), ("a#b", "a%23b"), ("a b", "a%20b"),
            ("a%2fb", "a%252fb"), ("é", "%C3%A9"), ("x:y@z", "x:y@z"), ("...", "..."),
        ])
    func names(name: String, encoded: String) throws {
        #expect(try PathSegment(name: name).encoded == encoded)
    }

    @Test(
        "names that a server would resolve or that carry control characters are refused",
        arguments: [
            ("", NameError.Problem.empty), ("/", .empty), (".", .dots), ("..", .dots), ("/..", .dots),
            ("../version", .slash), ("a/b", .slash), ("//a", .slash), ("a\r\nX: y", .control), ("\u{1b}[2J", .control),
        ])
    func refusals(name: String, problem: NameError.Problem) {
        #expect(throws: NameError(name: name, problem: problem)) { try PathSegment(name: name) }
    }

    @Test("image references keep their slashes, checked part by part")
    func images() throws {
        #expect(try PathSegment(image: "127.0.0.1:5000/a/b:1").encoded == "127.0.0.1:5000/a/b:1")
        #expect(try PathSegment(image: "a@sha256:00").encoded == "a@sha256:00")
        #expect(throws: NameError(name: "a:../../b", problem: .dots)) { try PathSegment(image: "a:../../b") }
        #expect(throws: NameError(name: "a//b", problem: .empty)) { try PathSegment(image: "a//b") }
        #expect(throws: NameError(name: "/a", problem: .empty)) { try PathSegment(image: "/a") }
    }

    @Test("queries are encoded, order and repeats kept")
    func query() throws {
        let request = Request(.get, "containers", try PathSegment(name: "a b"), "json")
            .adding("t", each: ["x&y=1", "é"]).adding("all", if: true).adding("none", if: false).adding("nil", nil)
        #expect(
            request.target(base: "/base", version: APIVersion(1, 41))
                == "/base/v1.41/containers/a%20b/json?t=x%26y%3D1&t=%C3%A9&all=1")
    }
}
