import CommandGrammar
import EngineAPI
import Terminal

struct ImagePush: Action, Equatable {
    var allTags = false
    var disableContentTrust = true
    var platform: String?
    var quiet = false
    var name = ""

    static var command: Command {
        Command(
            "push", "Send an image to a registry", ImagePush.self,
            examples: ["tug push registry.example.com/app:1.2", "tug push --all-tags registry.example.com/app"],
            flags: [
                Flag("all-tags", short: "a", \.allTags, "Every tag of the repository"),
                Flag("disable-content-trust", \.disableContentTrust, "Kept for old command lines", hidden: true),
                Flag(
                    "platform", \.platform, "Only the variant for this platform", since: "1.46", completing: .platforms),
                Flag("quiet", short: "q", \.quiet, "Print only the image's full name"),
            ],
            arguments: [Argument("NAME[:TAG]", \.name)])
    }

    func run(_ session: Session) throws {
        let image = try ImageReference(checking: name)
        if image.digest != nil { throw Failure("a digest cannot be pushed: \(name.debugDescription) needs a tag") }
        if allTags, image.tag != nil { throw Failure("tag can't be used with --all-tags/-a") }
        let tag = allTags ? nil : image.tag ?? ImageReference.defaultTag
        let platform = try platform.map { try Platform($0).json }
        if !allTags, image.tag == nil, !quiet {
            try session.out.writeLine("Using default tag: \(ImageReference.defaultTag)")
            try session.out.flush()
        }
        let request = Request.pushImage(
            try PathSegment(image: image.familiarName), tag: tag, platform: platform,
            auth: session.registryAuth(for: image))
        try session.follow(request, named: "push") { stream in
            if !quiet { return try stream.show(on: session.out) { session.now } }
            try stream.forEach { _ in }
            try session.out.writeLine(allTags ? "\(image.domain)/\(image.path)" : image.canonical)
        }
    }
}
