import CommandGrammar
import EngineAPI

struct ImagePull: Action, Equatable {
    var allTags = false
    var disableContentTrust = true
    var platform: String?
    var quiet = false
    var name = ""

    static var command: Command {
        Command(
            "pull", "Fetch an image from a registry", ImagePull.self,
            examples: ["tug pull alpine", "tug pull --platform linux/arm64 alpine:3.20"],
            flags: [
                Flag("all-tags", short: "a", \.allTags, "Every tag of the repository"),
                Flag("disable-content-trust", \.disableContentTrust, "Kept for old command lines", hidden: true),
                Flag(
                    "platform", \.platform, "The image's variant for this platform", since: "1.32",
                    completing: .platforms),
                Flag("quiet", short: "q", \.quiet, "Print only the image's full name"),
            ],
            arguments: [Argument("NAME[:TAG|@DIGEST]", \.name)])
    }

    func run(_ session: Session) throws {
        let image = try ImageReference(checking: name)
        if allTags, !image.isNameOnly { throw Failure("tag can't be used with --all-tags/-a") }
        let platform = try session.platform(platform)
        if image.isNameOnly, !allTags, !quiet {
            try session.out.writeLine("Using default tag: \(ImageReference.defaultTag)")
            try session.out.flush()
        }
        try pullImage(
            image, tag: allTags ? nil : image.tagOrDigest, platform: platform, progressTo: quiet ? nil : session.out,
            session: session)
        try session.out.writeLine(allTags ? "\(image.domain)/\(image.path)" : image.canonical)
    }
}
