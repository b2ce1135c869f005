import CommandGrammar
import Terminal

struct ContainerCopy: Action, Equatable {
    var archive = false
    var followLink = false
    var quiet = false
    var source = ""
    var destination = ""

    static var command: Command {
        Command(
            "cp", "Copy files out of a container, or into it", ContainerCopy.self,
            detail: """
                One of both is CONTAINER:PATH, the other a path of this machine. '-' is a tar archive on stdout or \
                stdin. A folder is copied as a whole; with '/.' at its end, what is in it is.
                """,
            examples: [
                "tug cp web:/etc/nginx/nginx.conf .", "tug cp site/. web:/usr/share/nginx/html",
                "tug cp web:/var/log - | gzip > logs.tar.gz",
            ],
            flags: [
                Flag("archive", short: "a", \.archive, "Keep owners, setuid bits and devices"),
                Flag("follow-link", short: "L", \.followLink, "Copy what a link leads to, not the link"),
                Flag("quiet", short: "q", \.quiet, "No progress"),
            ],
            arguments: [
                Argument("CONTAINER:PATH|PATH|-", \.source) { _ in .pathInContainer },
                Argument("CONTAINER:PATH|PATH|-", \.destination) { _ in .pathInContainer },
            ])
    }

    func run(_ session: Session) throws {
        if source.isEmpty { throw Failure("the path to copy from is empty") }
        if destination.isEmpty { throw Failure("the path to copy to is empty") }
        switch (CopyPlace(source), CopyPlace(destination)) {
        case (.container, .container): throw Failure("copying from container to container is not possible")
        case (.container(let name, let path), let end):
            if path.isEmpty { throw Failure("the path to copy from is empty") }
            let fetch = ContainerFetch(
                session: session, container: name, source: CopyPath(path), followsLink: followLink,
                isArchive: archive, isQuiet: isQuiet(session))
            guard case .local(let place) = end else { return try fetch.stream() }
            let size = try fetch.unpack(to: CopyPath(place))
            conclude(size, place, session)
        case (let start, .container(let name, let path)):
            if path.isEmpty { throw Failure("the path to copy to is empty") }
            let delivery = ContainerDelivery(
                session: session, container: name, destination: CopyPath(path), isArchive: archive,
                isQuiet: isQuiet(session))
            guard case .local(let place) = start else { return try delivery.stream() }
            let size = try delivery.send(CopyPath(place), followsLink: followLink)
            conclude(size, destination, session)
        default: throw Failure("neither path is a container's: CONTAINER:PATH is needed")
        }
    }

    private func isQuiet(_ session: Session) -> Bool { quiet || !session.out.isTerminal }

    private func conclude(_ size: Int, _ place: String, _ session: Session) {
        if !isQuiet(session) { session.say("Copied \(HumanSize.text(size)) to \(place)") }
    }
}
