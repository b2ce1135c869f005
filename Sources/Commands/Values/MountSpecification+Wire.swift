import EngineAPI
import JSON

extension MountSpecification {
    /// An element of `HostConfig.Mounts`.
    func json(in workingDirectory: String) -> JSONNode {
        var node: JSONNode = ["Type": .string(type), "Target": .string(target)]
        if !source.isEmpty { node["Source"] = .string(resolvedSource(in: workingDirectory)) }
        if isReadOnly { node["ReadOnly"] = true }
        if !consistency.isEmpty { node["Consistency"] = .string(consistency) }
        if groups.contains("bind") { node["BindOptions"] = bind.json }
        if groups.contains("volume") { node["VolumeOptions"] = volume.json }
        if groups.contains("tmpfs") { node["TmpfsOptions"] = tmpfs.json }
        if groups.contains("image") { node["ImageOptions"] = ["Subpath": .string(imageSubpath)] }
        return node
    }

    func resolvedSource(in workingDirectory: String) -> String {
        type == "bind" && source.hasPrefix(".") ? AbsolutePath.of(source, in: workingDirectory) : source
    }

    /// What this mount asks of an engine beyond mounts as such; below that it would be dropped without a word.
    var needs: [Need] {
        var needs: [Need] = []
        let add = { (minor: Int, subject: String) in needs.append(Need("--mount with \(subject)", 1, minor)) }
        switch bind.recursion {
        case .enabled: break
        case .disabled: add(40, "bind-recursive=disabled")
        case .writable, .readonly: add(44, "bind-recursive=\(bind.recursion.rawValue)")
        }
        if bind.createsSource { add(42, "bind-create-src") }
        if !volume.subpath.isEmpty { add(45, "volume-subpath") }
        if type == "image" { add(48, "type=image") }
        if type == "cluster" { add(42, "type=cluster") }
        return needs
    }
}

extension MountSpecification.BindOptions {
    fileprivate var json: JSONNode {
        var node: JSONNode = [:]
        if !propagation.isEmpty { node["Propagation"] = .string(propagation) }
        switch recursion {
        case .enabled: break
        case .disabled: node["NonRecursive"] = true
        case .writable: node["ReadOnlyNonRecursive"] = true
        case .readonly: node["ReadOnlyForceRecursive"] = true
        }
        if createsSource { node["CreateMountpoint"] = true }
        return node
    }
}

extension MountSpecification.VolumeOptions {
    fileprivate var json: JSONNode {
        var node: JSONNode = [:]
        if hasNoCopy { node["NoCopy"] = true }
        if !subpath.isEmpty { node["Subpath"] = .string(subpath) }
        if !labels.isEmpty { node["Labels"] = .map(labels) }
        var config: JSONNode = [:]
        if !driver.isEmpty { config["Name"] = .string(driver) }
        if let driverOptions { config["Options"] = .map(driverOptions) }
        node["DriverConfig"] = config
        return node
    }
}

extension MountSpecification.TmpfsOptions {
    fileprivate var json: JSONNode {
        var node: JSONNode = [:]
        if size.bytes != 0 { node["SizeBytes"] = .int(Int(size.bytes)) }
        if mode != 0 { node["Mode"] = .int(mode) }
        return node
    }
}
