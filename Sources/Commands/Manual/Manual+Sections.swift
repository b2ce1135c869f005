import CommandGrammar
import EngineAPI

/// What the program's own page tells beyond the declarations.
extension Manual {
    static var sections: [ManPage.Section] {
        [formatting, filters, versions, environment, paths, exitStatus, seeAlso]
    }

    private static var formatting: ManPage.Section {
        ManPage.Section(
            "Formatting",
            [
                .text(
                    "Commands that list things print a table. --format changes that: json prints one JSON object a "
                        + "line, any other text is a template in the language of Go's text/template, used once for "
                        + "each thing. Each command's page names its fields."),
                .example([
                    "tug ps --format '{{.Names}}: {{.Status}}'",
                    "tug ps -a --format json",
                ]),
                .text("Behind the word table the template makes columns with headings; \\t parts them."),
                .example(["tug images --format 'table {{.Repository}}\\t{{.Tag}}\\t{{.Size}}'"]),
                .text(
                    "inspect, info, version and events show objects as the engine sends them: fields lie within "
                        + "fields. The functions are json, join, split, lower, upper, title, pad, truncate, println "
                        + "and those of Go: index, len, printf, eq, ne, lt, le, gt, ge, and, or, not, slice."),
                .example([
                    "tug inspect -f '{{.State.Health.Status}}' web",
                    "tug inspect -f '{{json .NetworkSettings.Ports}}' web",
                    "tug inspect -f '{{range .Mounts}}{{println .Source .Destination}}{{end}}' web",
                    "tug inspect -f '{{index .Config.Labels \"com.example.team\"}}' web",
                ]),
                .text(
                    "Formats to use when none is typed stand in the configuration file: psFormat, imagesFormat, "
                        + "networksFormat, volumesFormat and their like."),
            ])
    }

    private static var filters: ManPage.Section {
        ManPage.Section(
            "Filters",
            [
                .text(
                    "--filter KEY=VALUE keeps to what matches, and may be given more than once: several values of one "
                        + "key widen the choice, several keys narrow it. A label is KEY or KEY=VALUE. Each command's "
                        + "page names its keys. An unknown key or value is refused before anything is asked."),
                .example([
                    "tug ps --filter health=unhealthy",
                    "tug ps -a --filter status=exited --filter status=dead --filter label=team=web",
                    "tug images --filter dangling=true --filter reference='team/*'",
                    "tug events --since 1h --filter type=container --filter event=die",
                ]),
                .text(
                    "Engines that are too old for a key would ignore it and list everything. tug matches such a key "
                        + "itself, or says that it cannot be answered."),
            ])
    }

    private static var versions: ManPage.Section {
        ManPage.Section(
            "API versions",
            [
                .text(
                    "tug speaks every version of the Engine API from \(APIVersion.oldest) to \(APIVersion.newest) and "
                        + "asks the engine which one to use. A command or flag that needs a later one is refused with "
                        + "a line that names it; --help marks such flags. These releases of Docker brought the "
                        + "versions:"),
                .terms(
                    (APIVersion.oldest.minor...APIVersion.newest.minor).compactMap { minor in
                        let version = APIVersion(1, minor)
                        return version.release.map { (term: "\(version)", text: "Docker \($0)") }
                    }),
            ])
    }

    private static var environment: ManPage.Section {
        ManPage.Section(
            "Environment",
            [
                .terms([
                    ("DOCKER_API_VERSION", "The API version to use, such as 1.41, in place of asking the engine."),
                    ("DOCKER_AUTH_CONFIG", "Credentials of registries in the form of config.json, before stored ones."),
                    ("DOCKER_BUILDKIT", "0 or 1: which builder of the engine builds images."),
                    ("DOCKER_CONFIG", "Folder of the configuration, as --config."),
                    ("DOCKER_CONTEXT", "Stored context whose engine to use, as --context."),
                    ("DOCKER_DEFAULT_PLATFORM", "Platform to use where --platform is not given."),
                    ("DOCKER_HOST", "Address of the engine, as --host."),
                    ("DOCKER_TLS", "Any text: encrypt the connection, as --tls."),
                    ("DOCKER_TLS_VERIFY", "Any text: encrypt the connection and check who answers, as --tlsverify."),
                    ("NORAW", "Any text: leave the terminal as it is."),
                    ("NO_COLOR", "Any text: no colours. CLICOLOR_FORCE and FORCE_COLOR bring them back."),
                    ("HOME", "The configuration is in its folder .docker."),
                    ("PATH", "Where credential helpers, plugins, ssh and git are looked for."),
                    ("TMPDIR", "Where temporary files go."),
                    ("TZ", "The time zone of the times shown."),
                ])
            ])
    }

    private static var paths: ManPage.Section {
        ManPage.Section(
            "Files",
            [
                .terms([
                    (
                        "~/.docker/config.json",
                        "Credentials, formats, detach keys, headers, proxies, the context in use."
                    ),
                    ("~/.docker/contexts/", "Stored contexts."),
                    ("/var/run/docker.sock", "The engine, where nothing else is said."),
                    (".dockerignore", "What of a build context is not sent."),
                ])
            ])
    }

    private static var exitStatus: ManPage.Section {
        ManPage.Section(
            "Exit status",
            [
                .terms([
                    ("0", "All went well, the last byte of output included."),
                    ("1", "The engine refused, or something was not found; of several things, any."),
                    ("64", "The template of an inspect command does not parse."),
                    ("125", "A flag is wrong; for run: the container was not started."),
                    ("126", "run, exec: the command in the container cannot be run."),
                    ("127", "run, exec: there is no such command in the container."),
                    ("128 and N", "Signal N ended it; 141 where nobody reads the output any more."),
                ]),
                .text("run, exec, start -a, attach and wait otherwise end as the container's program did."),
            ])
    }

    private static var seeAlso: ManPage.Section {
        ManPage.Section(
            "See also",
            [
                .text(
                    "Each command has a page, tug-container-ls(1) for example; tug-run(1) and its like are the same "
                        + "commands under their short names. tug completion (tug-completion(1)) prints completion "
                        + "scripts for bash, zsh and fish.")
            ])
    }
}
