import CommandGrammar
import EngineAPI

struct ContainerCommit: Action, Equatable {
    var author = ""
    var changes: [String] = []
    var message = ""
    var noPause = false
    var pause = true
    var container = ""
    var reference: String?

    static var command: Command {
        Command(
            "commit", "Make an image of a container's files", ContainerCommit.self,
            examples: ["tug commit web web:patched", "tug commit --change 'CMD [\"serve\"]' web"],
            interspersed: false,
            flags: [
                Flag("author", short: "a", \.author, "Who made it"),
                Flag(
                    "change", short: "c", \.changes, "Instruction of a Dockerfile for the image",
                    completing: .instructions),
                Flag("message", short: "m", \.message, "What the image is"),
                Flag("no-pause", \.noPause, "Let the container run on meanwhile"),
                Flag(
                    "pause", short: "p", \.pause, "Freeze the container meanwhile", hidden: true,
                    deprecated: "it is frozen unless --no-pause is given"),
            ],
            arguments: [
                Argument("CONTAINER", \.container),
                Argument(optional: "REPOSITORY[:TAG]", \.reference) { _ in .names(.repositories) },
            ])
    }

    func run(_ session: Session) throws {
        let image = try reference.flatMap { $0.isEmpty ? nil : try ImageReference(checking: $0) }
        if let image, image.digest != nil {
            throw Failure("\(image.familiar.debugDescription) has a digest, which cannot be given: name a tag")
        }
        // The name travels in the query, but one that no container can have is refused as everywhere.
        _ = try PathSegment(name: container)
        let answer = try session.engine.json(
            .commitContainer(
                container, repository: image?.familiarName ?? "",
                tag: image.map { $0.tag ?? ImageReference.defaultTag } ?? "", comment: message, author: author,
                changes: changes, pauses: pause && !noPause))
        try session.out.writeLine(session.out.escaped(answer.root.text("Id"), as: .cell))
    }
}
