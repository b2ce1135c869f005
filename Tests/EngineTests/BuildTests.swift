import Foundation
import Testing

@Suite("Images are built on a real engine")
struct BuildTests {
    /// A shell line in a folder of its own.
    private func shell(_ line: String, input: String = "") throws -> Tug.Result {
        try Tug.shell(
            "folder=$(mktemp -d) && cd \"$folder\" && trap 'cd /; rm -rf \"$folder\"' EXIT && \(line)", input: input)
    }

    @Test("a folder is built as its ignore file says, links and modes kept")
    func folder() throws {
        let result = try shell(
            """
            mkdir a; echo x > a/keep; echo x > a/no; ln -s /etc/passwd link; chmod 750 a/keep
            printf '*\\n!a/keep\\n!link\\n' > .dockerignore
            printf 'FROM busybox\\nCOPY . /c\\nRUN cd /c && find . | sort && stat -c %%a a/keep && readlink link\\n' \
            > Dockerfile
            $TUG build --no-cache . | grep -v -e '^ --->' -e '^Step' -e '^Succ' -e '^Send' -e '^Removing'
            """)
        #expect(result.out == ".\n./a\n./a/keep\n./link\n750\n/etc/passwd\n", "\(result.err)")
    }

    @Test("Dockerfiles and archives on standard input are built", arguments: ["cat", "gzip", "bzip2", "xz"])
    func standardInput(_ packer: String) throws {
        let result = try shell(
            "printf 'FROM busybox\\nCOPY f /f\\nRUN cat /f\\n' > Dockerfile; echo content-of-f > f; "
                + "tar -c . | \(packer) | $TUG build --no-cache -")
        #expect(result.status == 0, "\(result.err)")
        #expect(result.out.contains("\ncontent-of-f\n"))
        let alone = try Tug.run("build --no-cache -", input: "FROM busybox\nRUN echo alone-$((6*7))\n")
        #expect(alone.out.contains("\nalone-42\n"))
    }

    @Test("the same folder packed by gzip is the same image")
    func compressed() throws {
        let result = try shell(
            "printf 'FROM busybox\\nCOPY . /c\\n' > Dockerfile; head -c 300000 /dev/urandom > f; "
                + "$TUG build -q . && $TUG build -q --compress .")
        let ids = result.out.split(separator: "\n")
        #expect(ids.count == 2 && ids[0] == ids[1], "\(result)")
    }

    @Test("a git repository is fetched from a server, by branch, commit and folder, and nothing stays behind")
    func git() throws {
        let result = try shell(
            """
            export TMPDIR="$folder/tmp" HOME="$folder" GIT_CONFIG_NOSYSTEM=1; mkdir tmp r r/sub
            cd r; git init -q -b main .; git config user.name a; git config user.email a@b
            printf 'FROM busybox\\nRUN echo old-one\\n' > Dockerfile; cp Dockerfile sub; git add .; git commit -qm 1
            old=$(git rev-parse HEAD); printf 'FROM busybox\\nRUN echo new-one\\n' > Dockerfile; git commit -qam 2; cd ..
            git daemon --listen=127.0.0.1 --port=9473 --base-path="$folder" --export-all "$folder" >/dev/null 2>&1 &
            daemon=$!; trap 'kill $daemon; cd /; rm -rf "$folder"' EXIT
            for try in 1 2 3 4 5 6 7 8 9 10; do
                git ls-remote git://127.0.0.1:9473/r >/dev/null 2>&1 && break; sleep 0.2
            done
            for address in r "r#$old" r#main:sub; do
                $TUG build --no-cache "git://127.0.0.1:9473/$address" 2>&1 | grep one$ | grep -v Step
            done
            $TUG build git://127.0.0.1:9473/r#main:../.. ; ls tmp
            """)
        #expect(result.out == "new-one\nold-one\nold-one\n")
        #expect(result.err.contains("leads out of the git repository"))
        let refused = try Tug.run("build file:///tmp/r.git")
        #expect(refused.status == 1)
    }

    @Test("a failed step's status is the build's")
    func failedStep() throws {
        let result = try Tug.run("build -", input: "FROM busybox\nRUN exit 7\n")
        #expect(result.status == 7)
        #expect(result.err == "The command '/bin/sh -c exit 7' returned a non-zero code: 7\n")
    }

    @Test("an interrupt ends the build at once, here and in the engine")
    func interrupt() throws {
        let result = try shell(
            """
            printf 'FROM busybox\\nRUN sleep 471\\n' > Dockerfile
            # What a test runner's thread blocks or a background shell ignores would stay so.
            perl -MPOSIX -e '$SIG{INT} = "DEFAULT"; sigprocmask(SIG_SETMASK, POSIX::SigSet->new); exec @ARGV' \\
                "$TUG" build --no-cache . > log & build=$!
            for try in $(seq 50); do grep -q 'Running in' log && break; sleep 0.1; done
            id=$(sed -n 's/.*Running in //p' log); kill -INT $build; wait $build; echo $?
            for try in $(seq 50); do [ -z "$($TUG ps -q --no-trunc | grep "^$id")" ] && echo gone && break; sleep 0.2; done
            """)
        #expect(result.out == "130\ngone\n", "\(result.err)")
    }

    @Test("a context of 200 MB passes through less than 16 MB of memory")
    func memory() throws {
        let result = try shell(
            """
            printf 'FROM scratch\\nCOPY f /f\\n' > Dockerfile; truncate -s 200M f
            $TUG build -q . & build=$!; most=0
            while size=$(awk '/VmHWM/ { print $2 }' /proc/$build/status 2>/dev/null) && [ -n "$size" ]; do
                most=$size; sleep 0.05
            done
            wait $build && echo $most
            """)
        let lines = result.out.split(separator: "\n")
        #expect(lines.first?.hasPrefix("sha256:") == true, "\(result)")
        let most = try #require(lines.last.flatMap { Int($0) })
        #expect(most > 0 && most < 16 << 10)
    }
}
