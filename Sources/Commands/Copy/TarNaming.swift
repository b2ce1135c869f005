/// Which paths an archive of a container's path may have, and where below the target each of them goes.
struct TarNaming {
    /// What was asked for.
    let wanted: CopyPath
    /// Where that goes.
    let target: TarPath

    /// - Throws: `Failure` for anything that was not asked for.
    func path(of name: [UInt8]) throws -> TarPath {
        // An archive of the root has absolute paths.
        let isRoot = wanted.name == nil && !wanted.isContents
        guard isRoot || name.first != UInt8(ascii: "/"), let path = TarPath(name) else { throw refusal(name) }
        guard let root = wanted.name else { return TarPath(target.components + path.components) }
        guard path.components.first == Array(root.utf8) else { throw refusal(name) }
        return TarPath(target.components + path.components.dropFirst())
    }

    private func refusal(_ name: [UInt8]) -> Failure {
        let shown = String(decoding: name.prefix(200), as: UTF8.self).debugDescription
        return Failure("the engine sent \(shown), which is not what was asked for")
    }
}
