import EngineAPI
import JSON
import Terminal

/// The making of one container: fetches the image where needed, creates, connects the networks, writes the id file.
struct ContainerCreation {
    var options: ContainerOptions
    var image: String
    /// Replaces the image's command when not empty.
    var command: [String]
    /// `run --detach`: the client connects to no stream.
    var isDetached = false
    /// The size of the client's terminal, for the container's one.
    var consoleSize: WindowSize?

    /// Makes the container; what the engine warns of is said on stderr.
    ///
    /// - Throws: `Failure` (status 125 for options that contradict each other or files that cannot be read, else 1),
    ///   `EngineError`, `ProtocolError`.
    func create(_ session: Session) throws -> CreatedContainer {
        if image.isEmpty { throw Failure("the image's name is empty") }
        let inputs = try inputs(session)
        let request = try request(inputs, session)
        let idFile = try options.idFile.map { try ContainerIDFile(path: $0) }
        warnOfRisks(inputs, session)
        if options.pull == .always { try pull(session) }
        try refuseOtherPlatform(inputs, session)
        let container = try Self.container(in: try answer(to: request, session))
        try connectOtherNetworks(of: container, inputs, session)
        try idFile?.write(container.id)
        for warning in container.warnings { session.warn(warning) }
        return container
    }

    private func inputs(_ session: Session) throws -> ContainerInputs {
        var inputs = try ContainerInputs(options, session)
        inputs.isDetached = isDetached
        inputs.consoleSize = consoleSize
        for need in options.needs { try session.require(need.version, for: need.subject) }
        if let flag = options.runtime.windowsFlag, !inputs.isWindows {
            throw Failure("\(flag) is for Windows engines only")
        }
        if options.usesAPISocket, inputs.isWindows { throw Failure("--use-api-socket is not for Windows engines") }
        return inputs
    }

    private func request(_ inputs: ContainerInputs, _ session: Session) throws -> Request {
        .createContainer(
            try options.body(image: image, command: command, inputs), name: options.name,
            platform: inputs.version >= APIVersion(1, 41) ? platform(session) : nil)
    }

    private func platform(_ session: Session) -> String? {
        options.platform ?? session.environment.nonEmpty("DOCKER_DEFAULT_PLATFORM")
    }

    /// Engines before 1.41 take whatever image has the name: a program would run that was not asked for.
    private func refuseOtherPlatform(_ inputs: ContainerInputs, _ session: Session) throws {
        guard inputs.version < APIVersion(1, 41), let wanted = try? options.platform.map(Platform.init),
            let present = try PresentPlatform(of: image, session.engine), !present.fits(wanted)
        else { return }
        throw Failure(
            "\(shownImage) is there for \(present.text) only: --pull always fetches it for another platform, "
                + "and from API 1.41 (Docker 20.10) on --platform chooses")
    }

    private func answer(to request: Request, _ session: Session) throws -> JSONDocument {
        do {
            return try session.engine.json(request)
        } catch let error as EngineError where canBePulled && Self.isMissingImage(error) {
            if !options.quiet { session.say("The engine has no image '\(shownImage)': pulling it") }
            try pull(session)
            return try session.engine.json(request)
        }
    }

    /// No registry knows images by their ids.
    private var canBePulled: Bool {
        let digits = image.hasPrefix("sha256:") ? image.dropFirst(7) : image[...]
        let isID = digits.utf8.count == 64 && digits.utf8.allSatisfy(\.isLowerHexDigit)
        return options.pull == .missing && !isID
    }

    /// Other things can be missing as well, such as the driver of a volume.
    private static func isMissingImage(_ error: EngineError) -> Bool {
        error.isNotFound && error.message.lowercased().contains("no such image")
    }

    private func pull(_ session: Session) throws {
        let known = try session.engine.version() >= APIVersion(1, 32)
        try pullImage(
            image, platform: known ? platform(session) : nil, quiet: options.quiet, progressTo: session.err,
            session: session)
    }

    private var shownImage: String {
        let reference = ImageReference(image)
        return reference.tag == nil && reference.digest == nil ? "\(reference.familiar):latest" : reference.familiar
    }

    private static func container(in answer: JSONDocument) throws -> CreatedContainer {
        let id = answer.root.text("Id")
        guard id.utf8.count == 64, id.utf8.allSatisfy(\.isLowerHexDigit) else {
            throw ProtocolError.badIdentifier(id)
        }
        return CreatedContainer(id: id, warnings: answer.root.strings("Warnings"))
    }

    /// Takes the container away again when it cannot be given all its networks.
    private func connectOtherNetworks(
        of container: CreatedContainer, _ inputs: ContainerInputs, _ session: Session
    ) throws {
        let networks = try options.network.attachments()
        let joined = ContainerNetworkOptions.joinedAtCreation(networks, inputs.version).count
        do {
            for network in networks.dropFirst(joined) {
                try session.engine.perform(
                    .joinNetwork(
                        try PathSegment(name: network.name), container: container.id,
                        endpoint: network.endpoint(for: inputs.version)))
            }
        } catch {
            try? session.engine.perform(.undoCreation(of: try PathSegment(name: container.id)))
            throw error
        }
    }

    private func warnOfRisks(_ inputs: ContainerInputs, _ session: Session) {
        // From 1.48 the engine warns itself.
        if options.mounts.leavesOutDriver, (APIVersion(1, 25)..<APIVersion(1, 48)).contains(inputs.version) {
            session.warn("--volume-driver is not for --mount: there the driver is volume-driver=NAME")
        }
        for address in options.network.dns.values.map(\.text) where address.hasPrefix("127.") || address == "::1" {
            session.warn("the name server \(address) is the container itself, where none may listen")
        }
        if options.usesAPISocket {
            session.warn("--use-api-socket hands in the engine's socket, but none of your registry credentials")
        }
    }
}

extension UInt8 {
    fileprivate var isLowerHexDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
