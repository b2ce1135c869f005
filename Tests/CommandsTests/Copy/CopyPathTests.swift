import Testing

@testable import Commands

@Suite("What the words of a copy mean")
struct CopyPathTests {
    @Test("a colon makes a container's path, but not behind a slash or a dot at the start")
    func places() {
        #expect(CopyPlace("web:/etc") == .container(name: "web", path: "/etc"))
        #expect(CopyPlace("web:a:b") == .container(name: "web", path: "a:b"))
        #expect(CopyPlace("web:") == .container(name: "web", path: ""))
        #expect(CopyPlace("-") == .stream)
        for local in ["a", "/a:b", "./a:b", "../a:b", ".a:b", ":a", "-a"] { #expect(CopyPlace(local) == .local(local)) }
    }

    @Test(
        "the end of a path tells whether a folder or what is in it is meant",
        arguments: [
            ("a/b", false, false), ("a/", true, false), ("a/.", true, true), (".", true, true), ("..", true, false),
            ("/", true, false), ("/.", true, true), ("a/..", true, false), ("a.", false, false),
        ])
    func ends(_ text: String, isFolder: Bool, isContents: Bool) {
        #expect(CopyPath(text).isFolder == isFolder)
        #expect(CopyPath(text).isContents == isContents)
    }

    @Test(
        "folder and name of a path",
        arguments: [
            ("/a/b", "/a", "b"), ("/a/b/", "/a", "b"), ("/a", "/", "a"), ("a", ".", "a"), ("a/b//", "a", "b"),
            ("/a/../b", "/a/..", "b"), ("/a/./b", "/a/.", "b"),
        ])
    func parts(_ text: String, folder: String, name: String) {
        #expect(CopyPath(text).folder == folder)
        #expect(CopyPath(text).name == name)
    }

    @Test(
        "the root, contents and what leads to the root have no name", arguments: ["/", "/.", ".", "a/.", "/a/..", ".."])
    func nameless(_ text: String) {
        #expect(CopyPath(text).name == nil)
    }

    @Test("a link is followed from the folder it is in, and the path's end is kept")
    func links() {
        #expect(CopyPath("/a/l").following("x").text == "/a/x")
        #expect(CopyPath("/l").following("x").text == "/x")
        #expect(CopyPath("/a/l").following("/x").text == "/x")
        #expect(CopyPath("/a/l/").following("/x").text == "/x/")
        #expect(CopyPath("/a/l/.").following("/x").text == "/x/.")
    }
}
