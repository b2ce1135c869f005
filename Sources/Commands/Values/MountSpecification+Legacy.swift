import EngineAPI

extension MountSpecification {
    /// The same mount for engines before 1.25, which drop mounts without a word.
    enum Legacy: Equatable {
        /// An element of `HostConfig.Binds`.
        case bind(String)
        /// A path in `Config.Volumes`.
        case anonymousVolume(String)
        /// A path and its options in `HostConfig.Tmpfs`.
        case tmpfs(String, options: String)
    }

    /// - Throws: `Failure` where such an engine has no equal.
    func legacy(for version: APIVersion, in workingDirectory: String) throws -> Legacy {
        switch type {
        case "bind" where !source.isEmpty && (bind.propagation.isEmpty || version >= APIVersion(1, 22)):
            return try mapping(modes: [isReadOnly ? "ro" : "", bind.propagation], in: workingDirectory)
        case "volume" where isPlainVolume && !source.isEmpty && !(volume.hasNoCopy && version < APIVersion(1, 23)):
            return try mapping(
                modes: [isReadOnly ? "ro" : "", volume.hasNoCopy ? "nocopy" : ""], in: workingDirectory)
        case "volume" where isPlainVolume && !isReadOnly && !volume.hasNoCopy:
            return .anonymousVolume(target)
        case "tmpfs" where version >= APIVersion(1, 22):
            let options = [
                isReadOnly ? "ro" : "", tmpfs.size.bytes > 0 ? "size=\(tmpfs.size.bytes)" : "",
                tmpfs.mode > 0 ? "mode=\(String(tmpfs.mode, radix: 8))" : "",
            ]
            return .tmpfs(target, options: options.filter { !$0.isEmpty }.joined(separator: ","))
        default:
            throw refusal(version)
        }
    }

    private var isPlainVolume: Bool { volume.labels.isEmpty && volume.driver.isEmpty && volume.driverOptions == nil }

    private func mapping(modes: [String], in workingDirectory: String) throws -> Legacy {
        let modes = modes.filter { !$0.isEmpty }.joined(separator: ",")
        let parts = [resolvedSource(in: workingDirectory), target] + (modes.isEmpty ? [] : [modes])
        if parts.contains(where: { $0.contains(":") }) {
            throw Failure("--mount: a path with a colon needs API 1.25 (Docker 1.13)")
        }
        return .bind(parts.joined(separator: ":"))
    }

    private func refusal(_ version: APIVersion) -> Failure {
        Failure(
            "this --mount of type \(type) needs API 1.25 (Docker 1.13), but this engine speaks API \(version)")
    }
}
