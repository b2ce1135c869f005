import CommandGrammar

struct ImageInspect: Action, Equatable {
    var format: String?
    var platform: String?
    var images: [String] = []

    static var command: Command {
        Command(
            "inspect", "Show all there is to know of images", ImageInspect.self,
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json or a Go template",
                    completing: .format(TypedSchema.image)),
                Flag(
                    "platform", \.platform, "The variant to show: os[/arch[/variant]]", since: "1.49",
                    completing: .platforms),
            ],
            arguments: [Argument("IMAGE", all: \.images, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        let inspector = try Inspector(format: format)
        let finder = ObjectFinder(session: session, platform: try platform.map { try Platform($0) })
        try inspector.show(images, on: session) { try finder.find(.image, $0) }
    }
}
