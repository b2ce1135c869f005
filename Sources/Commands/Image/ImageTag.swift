import CommandGrammar
import EngineAPI

struct ImageTag: Action, Equatable {
    var source = ""
    var target = ""

    static var command: Command {
        Command(
            "tag", "Give an image another name", ImageTag.self,
            examples: ["tug tag app:latest registry.example:5000/team/app:1.0"], interspersed: false,
            arguments: [Argument("SOURCE_IMAGE[:TAG]", \.source), Argument("TARGET_IMAGE[:TAG]", \.target)])
    }

    func run(_ session: Session) throws {
        let name = try ImageReference(checking: target)
        guard name.digest == nil else {
            throw Failure("\(target.debugDescription) has a digest, which cannot be given: name a tag")
        }
        let isOld = try session.engine.version() < APIVersion(1, 22)
        try session.engine.perform(
            .tagImage(
                PathSegment(image: source), repository: name.familiarName, tag: name.tag ?? ImageReference.defaultTag,
                force: isOld))
    }
}
