import EngineAPI
import Terminal

/// Pulls one image: the way of `pull`, and of `run` and `create` where the image is missing.
///
/// - Parameters:
///   - reference: as people write it; without tag or digest it means `latest`.
///   - platform: `os[/arch[/variant]]` as typed; the engine must speak API 1.32.
///   - quiet: show nothing.
///   - progressTo: where the progress goes.
/// - Throws: `Failure` for a reference that is none and for a pull that fails on its way.
func pullImage(_ reference: String, platform: String?, quiet: Bool, progressTo: Output, session: Session) throws {
    let image = try ImageReference(checking: reference)
    try pullImage(
        image, tag: image.tagOrDigest, platform: platform, progressTo: quiet ? nil : progressTo, session: session)
}

/// Pulls what `tag` says of a repository: a tag, a digest, or nil for all tags.
///
/// - Parameter progressTo: nil shows nothing.
func pullImage(
    _ image: ImageReference, tag: String?, platform: String?, progressTo: Output?, session: Session
) throws {
    let request = Request.pullImage(
        image.familiarName, tag: tag, platform: platform?.lowercased(), auth: session.registryAuth(for: image))
    try session.follow(request, named: "pull") { stream in
        if let output = progressTo {
            try stream.show(on: output) { session.now }
        } else {
            try stream.forEach { _ in }
        }
    }
}
