import CommandGrammar
import EngineAPI
import Filters
import JSON
import Terminal

struct ImageList: Action, Equatable {
    var all = false
    var digests = false
    var filters = FilterList()
    var format: String?
    var noTrunc = false
    var quiet = false
    var tree = false
    var reference: String?

    static var command: Command {
        Command(
            "ls", "List images", aliases: ["list"], ImageList.self,
            examples: [
                "tug images --filter dangling=true",
                "tug images --format '{{.Repository}}:{{.Tag}} {{.Size}}' 'team/*'",
            ],
            flags: [
                Flag("all", short: "a", \.all, "Layers of other images too"),
                Flag("digests", \.digests, "With the digest of each"),
                Flag(
                    "filter", short: "f", \.filters, "Keep to images that match",
                    completing: .filters(.images, of: .images)),
                Flag(
                    "format", \.format, "How to print: table, json, raw or a Go template",
                    completing: .format(Listing.images(digests: true))),
                Flag("no-trunc", \.noTrunc, "Show long values whole"),
                Flag("quiet", short: "q", \.quiet, "Only ids"),
                Flag("tree", \.tree, "Images with their platforms below them", since: "1.47", hidden: true),
            ],
            arguments: [Argument(optional: "REPOSITORY[:TAG]", \.reference)])
    }

    func run(_ session: Session) throws {
        var wanted = filters
        if let reference { wanted.set(key: "reference", value: reference) }
        try FilterRules.images.check(wanted)
        if tree { return try showTree(wanted, session) }
        let format = formatWithDigest
        let view = try ListView(
            .images(digests: digests), format: format, configured: session.config.text("imagesFormat"), quiet: quiet)
        let showsDigests = digests || (format ?? "").contains("{{.Digest}}")
        let rows = { (image: ImageSummary) in
            ImageRow.rows(of: image, digests: showsDigests, isTruncated: !noTrunc, now: session.now)
        }
        for row in rows(ImageSummary(try JSONDocument(Array("{}".utf8)).root)) { try view.check(on: row) }
        let query = ImageQuery(all: all, digests: showsDigests, filters: wanted)
        let images = try query.images(of: session.engine, now: session.now)
        try view.show(images.lazy.flatMap(rows), to: session.out)
        if images.isEmpty, let reference { hint(reference, session) }
    }

    private func showTree(_ wanted: FilterList, _ session: Session) throws {
        let others = [("--quiet", quiet), ("--format", format != nil), ("--digests", digests), ("--no-trunc", noTrunc)]
        if let (other, _) = others.first(where: { $0.1 }) { throw Failure("--tree does not go with \(other)") }
        let query = ImageQuery(all: all, manifests: true, filters: wanted)
        let images = try query.images(of: session.engine, now: session.now)
        let colour = Colour(isTerminal: session.out.isTerminal) { session.environment[$0] }
        try ImageTree(to: session.out, colour: colour).print(images, showsUntagged: all || filters.contains("dangling"))
    }

    /// `--digests` adds its column to a table template that has none.
    private var formatWithDigest: String? {
        guard digests, let format, format.hasPrefix("table "), !format.contains("{{.Digest}}") else { return format }
        return format + "\\t{{.Digest}}"
    }

    /// `tug images rm` lists the images of a repository called rm, which hardly anybody means.
    private func hint(_ word: String, _ session: Session) {
        let names = ImageGroup.commands.flatMap { [$0.name] + $0.aliases }
        if names.contains(word) {
            session.say("no images match \(word.debugDescription): did you mean tug image \(word)?")
        }
    }
}
