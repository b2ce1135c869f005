import CommandGrammar
import EngineAPI
import Filters
import JSON

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
                Flag("tree", \.tree, "Images with their platforms below them", hidden: true),
            ],
            arguments: [Argument(optional: "REPOSITORY[:TAG]", \.reference)])
    }

    func run(_ session: Session) throws {
        if tree { throw Failure("--tree is not offered: images are listed in a table") }
        var wanted = filters
        if let reference { wanted.set(key: "reference", value: reference) }
        try FilterRules.images.check(wanted)
        let format = formatWithDigest
        let view = try ListView(
            .images(digests: digests), format: format, configured: session.config.text("imagesFormat"), quiet: quiet)
        let showsDigests = digests || (format ?? "").contains("{{.Digest}}")
        let rows = { (image: ImageSummary) in
            ImageRow.rows(of: image, digests: showsDigests, isTruncated: !noTrunc, now: session.now)
        }
        for row in rows(ImageSummary(try JSONDocument(Array("{}".utf8)).root)) { try view.check(on: row) }
        let images = try ImageQuery(all: all, filters: wanted).images(of: session.engine, now: session.now)
        try view.show(images.lazy.flatMap(rows), to: session.out)
        if images.isEmpty, let reference { hint(reference, session) }
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
