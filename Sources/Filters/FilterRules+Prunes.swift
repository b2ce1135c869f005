extension FilterRules {
    /// `container prune`: POST /containers/prune.
    public static let containerPrune = FilterRules([
        FilterKey("label", since: 29, .label),
        FilterKey("label!", since: 29, .label),
        FilterKey("until", since: 28, .engine, isSingle: true),
    ])

    /// `image prune`: POST /images/prune.
    public static let imagePrune = FilterRules([
        FilterKey("dangling", since: 25, .boolean, .boolean),
        FilterKey("label", since: 29, .label),
        FilterKey("label!", since: 29, .label),
        FilterKey("until", since: 28, .engine, isSingle: true),
    ])

    /// `network prune`: POST /networks/prune.
    public static let networkPrune = containerPrune

    /// `volume prune`: POST /volumes/prune. From 1.42 on only anonymous volumes go unless `all` is true.
    public static let volumePrune = FilterRules([
        FilterKey("all", since: 42, .engine, .boolean),
        FilterKey("label", since: 29, .label),
        FilterKey("label!", since: 29, .label),
    ])

    /// `builder prune`: POST /build/prune. Each key takes one value; `inuse`, `shared` and `private` count by
    /// being there, whatever their value.
    public static let builderPrune = FilterRules([
        FilterKey("description", since: 39, .exact, isSingle: true),
        FilterKey("id", since: 39, .pattern, isSingle: true),
        FilterKey("inuse", since: 39, .engine, isSingle: true),
        FilterKey("parent", since: 39, .exact, isSingle: true),
        FilterKey("private", since: 39, .engine, isSingle: true),
        FilterKey("shared", since: 39, .engine, isSingle: true),
        FilterKey("type", since: 39, .exact, isSingle: true),
        FilterKey("until", since: 39, .engine, isSingle: true),
        FilterKey("unused-for", since: 39, .engine, isSingle: true),
    ])

    /// `system prune`: sent to every pruner.
    public static let systemPrune = FilterRules([
        FilterKey("label", since: 28, .label),
        FilterKey("label!", since: 28, .label),
        FilterKey("until", since: 28, .engine, isSingle: true),
    ])
}
