extension FilterRules {
    /// `node ls`: GET /nodes.
    public static let nodes = FilterRules([
        FilterKey("id", since: 24, .prefix),
        FilterKey("label", since: 24, .label),
        FilterKey("membership", since: 24, .exact, .words(["accepted", "pending"])),
        FilterKey("name", since: 24, .prefix),
        FilterKey("node.label", since: 40, .label),
        FilterKey("role", since: 24, .exact, .words(["manager", "worker"])),
    ])

    /// `service ls`: GET /services.
    public static let services = FilterRules([
        FilterKey("id", since: 24, .prefix),
        FilterKey("label", since: 24, .label),
        FilterKey("mode", since: 28, .exact, serviceModes),
        FilterKey("name", since: 24, .prefix),
        FilterKey("runtime", since: 30, .exact, .words(["container", "plugin"])),
    ])

    /// `stack services`: GET /services.
    public static let stackServices = FilterRules([
        FilterKey("id", since: 25, .prefix),
        FilterKey("label", since: 25, .label),
        FilterKey("mode", since: 28, .exact, serviceModes),
        FilterKey("name", since: 25, .prefix),
    ])

    /// `node ps`: GET /tasks.
    public static let nodeTasks = FilterRules([
        FilterKey("desired-state", since: 24, .exact, taskStates),
        FilterKey("id", since: 24, .prefix),
        FilterKey("label", since: 24, .label),
        FilterKey("name", since: 24, .prefix),
    ])

    /// `service ps`: GET /tasks. Names of nodes and `self` become IDs before they are sent.
    public static let serviceTasks = FilterRules([
        FilterKey("desired-state", since: 24, .exact, taskStates),
        FilterKey("id", since: 24, .prefix),
        FilterKey("label", since: 24, .label),
        FilterKey("name", since: 24, .prefix),
        FilterKey("node", since: 24, .exact),
        FilterKey("runtime", since: 31, .exact, .words(["container", "plugin"])),
    ])

    /// `stack ps`: GET /tasks.
    public static let stackTasks = FilterRules([
        FilterKey("desired-state", since: 25, .exact, taskStates),
        FilterKey("id", since: 25, .prefix),
        FilterKey("name", since: 25, .prefix),
        FilterKey("node", since: 25, .exact),
    ])

    /// `secret ls`: GET /secrets.
    public static let secrets = FilterRules([
        FilterKey("id", since: 25, .prefix),
        FilterKey("label", since: 25, .label),
        FilterKey("name", since: 25, .prefix),
        FilterKey("names", since: 25, .exact),
    ])

    /// `config ls`: GET /configs.
    public static let configs = FilterRules([
        FilterKey("id", since: 30, .prefix),
        FilterKey("label", since: 30, .label),
        FilterKey("name", since: 30, .prefix),
        FilterKey("names", since: 30, .exact),
    ])

    private static let serviceModes = FilterValue.words([
        "replicated", "global", FilterWord("replicated-job", since: 41), FilterWord("global-job", since: 41),
    ])

    private static let taskStates = FilterValue.words(
        [
            "new", "allocated", "pending", "assigned", "accepted", "preparing", "ready", "starting", "running",
            "complete", "shutdown", "failed", "rejected", "remove", "orphaned",
        ], ignoringCase: true)
}
