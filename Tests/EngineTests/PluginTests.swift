import Foundation
import Testing

@Suite("Plugins on a real engine", .serialized)
struct PluginTests {
    /// What `$plugin` makes of busybox: it asks for a network and never answers, so that it cannot be enabled.
    private static let making = """
        folder=$(mktemp -d) && cd "$folder" && mkdir rootfs
        id=$($TUG create busybox) && docker export "$id" | tar -x -C rootfs; $TUG rm "$id" >/dev/null
        printf '%s' '{"description":"for a test","interface":{"types":["tugtest.dummy/1.0"],"socket":"p.sock"},
            "entrypoint":["/bin/sh","-c","trap exit TERM; sleep 1000 & wait"],"network":{"type":"host"},
            "env":[{"name":"DEBUG","settable":["value"],"value":"0"}]}' > config.json
        trap 'cd /; rm -rf "$folder"; $TUG plugin rm -f "$plugin" >/dev/null 2>&1' EXIT

        """

    @Test("a folder becomes a plugin that is listed, set, refused by the engine when it is silent, and removed")
    func life() throws {
        let result = try Tug.shell(
            "plugin=tug-plug/life:1\n" + Self.making + """
                $TUG plugin create --compress "$plugin" .
                $TUG plugin ls --format '{{.Name}}|{{.Description}}|{{.Enabled}}' | grep tug-plug/life
                $TUG plugin ls -q --no-trunc --filter enabled=false | grep -c "$($TUG plugin inspect -f {{.Id}} "$plugin")"
                $TUG plugin set "$plugin" DEBUG=1 && $TUG plugin inspect -f '{{.Settings.Env}}' "$plugin"
                $TUG plugin enable --timeout 1 "$plugin"; echo "enable $?"
                $TUG plugin disable "$plugin"; echo "disable $?"
                $TUG plugin rm "$plugin" tug-plug/none; echo "rm $?"
                """)
        #expect(
            result.out == """
                tug-plug/life:1
                tug-plug/life:1|for a test|false
                1
                [DEBUG=1]
                enable 1
                disable 1
                tug-plug/life:1
                rm 1

                """, "\(result.err)")
        let errors = result.err.split(separator: "\n")
        #expect(errors.count == 3 && errors.allSatisfy { $0.hasPrefix("Error response from daemon: ") }, "\(errors)")
    }

    @Test("a plugin goes to a registry and comes back when its privileges are granted")
    func registry() throws {
        let registry = try Registry()
        let result = try Tug.shell(
            "plugin=\(registry.address)/tug-plug/far:1\n" + Self.making + """
                $TUG plugin create "$plugin" . >/dev/null
                $TUG plugin push "$plugin" | grep -c 'The push refers to'
                $TUG plugin rm "$plugin" >/dev/null
                echo n | $TUG plugin install --disable "$plugin"; echo "no $?"
                $TUG plugin ls --format '{{.Name}}' | grep -c "$plugin"
                echo y | $TUG plugin install --disable "$plugin" DEBUG=2 | tail -1
                $TUG plugin inspect -f '{{.Settings.Env}} {{.Enabled}}' "$plugin"
                $TUG plugin upgrade --grant-all-permissions "$plugin" | tail -1
                """)
        let name = "\(registry.address)/tug-plug/far:1"
        #expect(
            result.out == """
                1
                no 1
                0
                Installed plugin \(name)
                [DEBUG=2] false
                Upgraded plugin \(name) to \(name)

                """, "\(result.err)")
        #expect(result.err.contains("\n - network: [host]\n"))
    }
}
