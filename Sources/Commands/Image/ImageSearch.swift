import CommandGrammar
import EngineAPI
import Filters
import JSON
import Terminal

struct ImageSearch: Action, Equatable {
    var automated = false
    var filters = FilterList()
    var format: String?
    var limit = 0
    var noTrunc = false
    var stars: UInt = 0
    var term = ""

    static var command: Command {
        Command(
            "search", "Find images in a registry", ImageSearch.self,
            examples: ["tug search --filter is-official=true --limit 5 nginx"],
            flags: [
                Flag(
                    "automated", \.automated, "Only those that a service builds", hidden: true,
                    deprecated: "use --filter is-automated=true"),
                Flag("filter", short: "f", \.filters, "Keep to images that match", completing: .filters(.search)),
                Flag(
                    "format", \.format, "How to print: table, json or a Go template",
                    completing: .format(Listing.foundImages)),
                Flag("limit", \.limit, "At most so many"),
                Flag("no-trunc", \.noTrunc, "Show descriptions whole"),
                Flag(
                    "stars", short: "s", \.stars, "Only those with so many stars", hidden: true,
                    deprecated: "use --filter stars=N"),
            ],
            arguments: [Argument("TERM", \.term)])
    }

    func run(_ session: Session) throws {
        var wanted = filters
        if automated { wanted.set(key: "is-automated", value: "true") }
        if stars > 0 { wanted.set(key: "stars", value: String(stars)) }
        try FilterRules.search.check(wanted)
        let view = try ListView(.foundImages, format: format)
        let row = { FoundImage(json: $0, isTruncated: !noTrunc) }
        try view.check(on: row(JSONDocument(Array("{}".utf8)).root))
        try view.show(try found(wanted, session).lazy.map(row), to: session.out)
    }

    /// Engines before 1.24 know neither filters nor limit: both are applied here.
    private func found(_ filters: FilterList, _ session: Session) throws -> [JSONValue] {
        let minor = try session.engine.version().minor
        let local = FilterRules.search.unsupported(filters, at: minor)
        let knowsLimit = minor >= 24
        if !knowsLimit, !(0...100).contains(limit) { throw Failure("--limit \(limit) is not between 1 and 100") }
        let auth = session.registryAuth(for: ImageReference(term))
        let answer = try session.engine.list(
            .searchImages(
                term, limit: knowsLimit && limit != 0 ? limit : nil,
                filters: filters.removing(local).wire(apiMinor: minor), auth: auth))
        let matcher = try FilterMatcher(filters, .search, keys: local)
        let matching = answer.filter { image in
            matcher.matches { key in
                switch key {
                case "is-automated": [String(image.flag("is_automated") || image.flag("is_trusted"))]
                case "is-official": [String(image.flag("is_official"))]
                case "stars": [String(image.integer("star_count"))]
                default: []
                }
            }
        }
        return knowsLimit || limit == 0 ? matching : Array(matching.prefix(limit))
    }
}

/// What `tug search` knows of an image: an element of `GET /images/search`.
struct FoundImage {
    let json: JSONValue
    let isTruncated: Bool

    fileprivate var description: String {
        let line = String(json.text("description").map { $0 == "\n" || $0 == "\r" || $0 == "\r\n" ? " " : $0 })
        return isTruncated ? ellipsis(line, columns: 45) : line
    }
}

extension Listing where Row == FoundImage {
    static var foundImages: Listing {
        let mark = { (isOn: Bool) in isOn ? "[OK]" : "" }
        return Listing(
            typeName: "*registry.searchContext",
            columns: [
                Column("NAME", "Name") { $0.json.text("name") },
                Column("DESCRIPTION", "Description") { $0.description },
                Column("STARS", "StarCount") { String($0.json.integer("star_count")) },
                Column("OFFICIAL", "IsOfficial", json: { String($0.json.flag("is_official")) }) {
                    mark($0.json.flag("is_official"))
                },
                Column("AUTOMATED", "IsAutomated") { mark($0.json.flag("is_automated")) }.outsideJSON,
            ],
            table: ["Name", "Description", "StarCount", "IsOfficial"], quiet: "Name")
    }
}
