/// The keys of each listing with the API version that brought them, from moby's sources at each release.
extension FilterRules {
    /// `ps`: GET /containers/json. Engines from 1.25 to 1.35 know `health=starting` but list nothing
    /// (moby#35920), so that value counts as known from 1.36 on.
    public static let containers = FilterRules([
        FilterKey("ancestor", since: 21, .image),
        FilterKey("before", since: 22, .engine),
        FilterKey("exited", since: 18, .exact, .integer),
        FilterKey("expose", since: 28, .port, .port),
        FilterKey(
            "health", since: 25, .exact,
            .words([FilterWord("starting", since: 36), "healthy", "unhealthy", "none"])),
        FilterKey("id", since: 18, .pattern),
        FilterKey("is-task", since: 25, .boolean, .boolean),
        FilterKey("isolation", since: 22, .engine, .words(["default", "process", "hyperv"])),
        FilterKey("label", since: 18, .label),
        FilterKey("name", since: 18, .name),
        FilterKey("network", since: 24, .exact),
        FilterKey("publish", since: 28, .port, .port),
        FilterKey("since", since: 22, .engine),
        FilterKey(
            "status", since: 18, .exact,
            .words([
                FilterWord("created", since: 20), "restarting", "running", FilterWord("removing", since: 25), "paused",
                "exited", FilterWord("dead", since: 21),
            ])),
        FilterKey("volume", since: 23, .exact),
    ])

    /// `images`: GET /images/json. `until` is known by every engine of release 25 or later.
    public static let images = FilterRules([
        FilterKey("before", since: 24, .engine),
        FilterKey("dangling", since: 18, .boolean, .boolean),
        FilterKey("label", since: 18, .label),
        FilterKey("label!", since: 43, .label),
        FilterKey("reference", since: 25, .glob),
        FilterKey("since", since: 24, .engine),
        FilterKey("until", since: 44, .engine, isSingle: true),
    ])

    /// `search`: GET /images/search.
    public static let search = FilterRules([
        FilterKey("is-automated", since: 24, .boolean, .boolean),
        FilterKey("is-official", since: 24, .boolean, .boolean),
        FilterKey("stars", since: 24, .atLeast, .integer),
    ])

    /// `network ls`: GET /networks.
    public static let networks = FilterRules([
        FilterKey("dangling", since: 40, .boolean, .boolean, isSingle: true),
        FilterKey("driver", since: 24, .exact),
        FilterKey("id", since: 22, .pattern),
        FilterKey("label", since: 24, .label),
        FilterKey("name", since: 22, .pattern),
        FilterKey("scope", since: 29, .exact, .words(["local", "global", "swarm"])),
        FilterKey("type", since: 22, .exact, .words(["custom", "builtin"])),
    ])

    /// `volume ls`: GET /volumes.
    public static let volumes = FilterRules([
        FilterKey("dangling", since: 21, .boolean, .boolean),
        FilterKey("driver", since: 24, .exact),
        FilterKey("label", since: 25, .label),
        FilterKey("name", since: 24, .pattern),
    ])

    /// `plugin ls`: GET /plugins.
    public static let plugins = FilterRules([
        FilterKey("capability", since: 28, .exact),
        FilterKey("enabled", since: 28, .boolean, .boolean),
    ])

    /// `events`: GET /events. Engines ignore keys they do not know here.
    public static let events = FilterRules([
        FilterKey("config", since: 31, .prefix),
        FilterKey("container", since: 18, .prefix),
        FilterKey("daemon", since: 24, .prefix),
        FilterKey("event", since: 18, .exact),
        FilterKey("image", since: 18, .image),
        FilterKey("label", since: 21, .label),
        FilterKey("network", since: 22, .prefix),
        FilterKey("node", since: 30, .prefix),
        FilterKey("plugin", since: 25, .prefix),
        FilterKey("scope", since: 30, .exact, .words(["local", "swarm"])),
        FilterKey("secret", since: 30, .prefix),
        FilterKey("service", since: 30, .prefix),
        FilterKey(
            "type", since: 22, .exact,
            .words([
                "container", "image", "volume", "network", "daemon", FilterWord("plugin", since: 25),
                FilterWord("service", since: 30), FilterWord("node", since: 30), FilterWord("secret", since: 30),
                FilterWord("config", since: 31), FilterWord("builder", since: 41),
            ])),
        FilterKey("volume", since: 22, .prefix),
    ])
}
