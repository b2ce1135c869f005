import Foundation
import Testing

@Suite("Checkpoints on an engine with experimental features")
struct CheckpointTests {
    /// Its own engine, since it has to be experimental; a `criu` that fails stands in front of any that would work.
    private static let setting = """
        folder=$(mktemp -d); mkdir "$folder/bin"; printf '#!/bin/sh\\nexit 1\\n' > "$folder/bin/criu"
        chmod +x "$folder/bin/criu"; trap 'rm -rf "$folder"' EXIT
        export PATH="$folder/bin:$PATH" TUG_ENGINE_EXPERIMENTAL=true TUG_ENGINE_DIR="$folder/engine"
        cat > "$folder/lines"; "$SCRIPTS/engine" run sh "$folder/lines" 2>"$folder/log" || cat "$folder/log" >&2

        """

    @Test("they are listed and removed; what keeps the engine from making or using one is told in one line")
    func life() throws {
        let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../scripts"
        ).standardized.path
        let result = try Tug.shell(
            Self.setting,
            input: """
                exec 2>&1
                id=$("$TUG" run -d --name kept busybox sleep 300)
                "$TUG" checkpoint create kept one; echo "create $?"
                "$TUG" checkpoint create --leave-running kept two; echo "create $?"
                "$TUG" inspect -f '{{.State.Status}}' kept
                own=$TUG_ENGINE_DIR/data/containers/$id/checkpoints other=$TUG_ENGINE_DIR/other
                for folder in "$own/made" "$own/second" "$other/elsewhere"; do
                    mkdir -p "$folder"; echo '{"cType":0}' > "$folder/config.json"
                done
                "$TUG" checkpoint ls kept; "$TUG" checkpoint list --checkpoint-dir "$other" kept
                "$TUG" checkpoint rm kept made; "$TUG" checkpoint rm --checkpoint-dir "$other" kept elsewhere
                "$TUG" checkpoint ls kept; ls "$other"
                "$TUG" checkpoint rm kept made; echo "rm $?"
                "$TUG" checkpoint rm kept ../second; echo "rm $?"
                "$TUG" stop -t 0 kept; "$TUG" start --checkpoint gone kept; echo "start $?"
                """, environment: ["SCRIPTS": scripts])
        let lines = result.out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        try #require(lines.count > 5, "\(result)")
        let cannot = "Error response from daemon: Cannot checkpoint container kept: "
        #expect(lines[0].hasPrefix(cannot) && lines[1] == "create 1", "\(result)")
        #expect(lines[2].hasPrefix(cannot) && lines[3] == "create 1", "\(result)")
        #expect(
            lines.dropFirst(4).joined(separator: "\n") == """
                running
                CHECKPOINT NAME
                made
                second
                CHECKPOINT NAME
                elsewhere
                CHECKPOINT NAME
                second
                Error response from daemon: checkpoint made does not exist for container kept
                rm 1
                tug: invalid name "../second": it must not contain '/'
                rm 1
                kept
                Error response from daemon: checkpoint gone does not exist for container /kept
                start 1

                """)
    }
}
