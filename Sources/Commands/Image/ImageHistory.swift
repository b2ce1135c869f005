import CommandGrammar
import EngineAPI
import JSON
import Terminal

struct ImageHistory: Action, Equatable {
    var format: String?
    var human = true
    var noTrunc = false
    var platform: String?
    var quiet = false
    var image = ""

    static var command: Command {
        Command(
            "history", "Show the layers of an image", ImageHistory.self,
            examples: ["tug history --no-trunc --format '{{.CreatedBy}}' app"],
            flags: [
                Flag(
                    "format", \.format, "How to print: table, json or a Go template",
                    completing: .format(Listing.layers(human: true))),
                Flag("human", short: "H", \.human, "Sizes and times for people"),
                Flag("no-trunc", \.noTrunc, "Show long values whole"),
                Flag(
                    "platform", \.platform, "The image's variant for this platform", since: "1.48",
                    completing: .platforms),
                Flag("quiet", short: "q", \.quiet, "Only ids"),
            ],
            arguments: [Argument("IMAGE", \.image)])
    }

    func run(_ session: Session) throws {
        let view = try ListView(.layers(human: human), format: format, quiet: quiet)
        let row = { ImageLayerRow(layer: $0, isTruncated: !noTrunc, isHuman: human, now: session.now) }
        try view.check(on: row(ImageLayer(JSONDocument(Array("{}".utf8)).root)))
        let request = Request.imageHistory(
            try PathSegment(image: image), platform: try platform.map { try Platform($0).json })
        try view.show(session.engine.list(request).lazy.map(ImageLayer.init).map(row), to: session.out)
    }
}
