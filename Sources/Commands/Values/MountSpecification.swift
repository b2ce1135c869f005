import CommandGrammar

/// One `--mount`: `type=volume,source=data,target=/data,readonly`.
///
/// Types and propagations are the engine's matter, so that new ones work; options of another type are refused.
struct MountSpecification: ListElement {
    var type = "volume"
    var source = ""
    var target = ""
    var isReadOnly = false
    var consistency = ""
    var bind = BindOptions()
    var volume = VolumeOptions()
    var tmpfs = TmpfsOptions()
    var imageSubpath = ""
    /// The groups of options that were typed: `bind`, `volume`, `tmpfs`, `image`.
    var groups: Set<String> = []

    struct BindOptions: Equatable {
        var propagation = ""
        var recursion = Recursion.enabled
        var createsSource = false
    }

    /// What becomes of the mounts below a bound folder.
    enum Recursion: String {
        case enabled, disabled, writable, readonly
    }

    struct VolumeOptions: Equatable {
        var hasNoCopy = false
        var subpath = ""
        var labels: [String: String] = [:]
        var driver = ""
        var driverOptions: [String: String]?
    }

    struct TmpfsOptions: Equatable {
        var size = ByteCount()
        /// Permission bits.
        var mode = 0
    }

    static var typeName: String { "mount" }

    init(parsing text: String) throws(ValueError) {
        for field in try CommaList.fields(text) {
            let pair = KeyValue(parsing: field)
            let key = pair.key.lowercased()
            if Self.hasBlankEdges(key) || Self.hasBlankEdges(pair.value ?? "") {
                throw ValueError("blanks surround a key or value in \"\(field)\"")
            }
            if let value = pair.value {
                try set(key, value)
            } else if Self.switches.contains(key) {
                try set(key, "true")
            } else {
                throw ValueError("\"\(field)\" is not of the form KEY=VALUE")
            }
        }
        try check(text)
    }

    private static let switches = [
        "readonly", "ro", "volume-nocopy", "bind-create-src", "bind-nonrecursive",
    ]

    private static func hasBlankEdges(_ text: String) -> Bool {
        text.first?.isWhitespace == true || text.last?.isWhitespace == true
    }

    private mutating func set(_ key: String, _ value: String) throws(ValueError) {
        if let dash = key.firstIndex(of: "-") { groups.insert(String(key[..<dash])) }
        switch key {
        case "type": type = value.lowercased()
        case "source", "src": source = value
        case "target", "dst", "destination": target = value
        case "readonly", "ro": try isReadOnly.take(value)
        case "consistency": consistency = value.lowercased()
        case "bind-propagation": bind.propagation = value.lowercased()
        case "bind-recursive":
            guard let recursion = Recursion(rawValue: value) else {
                throw ValueError("bind-recursive is none of enabled, disabled, writable, readonly")
            }
            bind.recursion = recursion
        case "bind-nonrecursive":
            var isFlat = false
            try isFlat.take(value)
            bind.recursion = isFlat ? .disabled : .enabled
        case "bind-create-src": try bind.createsSource.take(value)
        case "volume-nocopy": try volume.hasNoCopy.take(value)
        case "volume-subpath": volume.subpath = value
        case "volume-label": volume.labels.add(value)
        case "volume-driver": volume.driver = value
        case "volume-opt": volume.driverOptions = (volume.driverOptions ?? [:]).adding(value)
        case "image-subpath": imageSubpath = value
        case "tmpfs-size": try tmpfs.size.take(value)
        case "tmpfs-mode":
            guard let mode = UInt32(value, radix: 8), !value.hasPrefix("+") else {
                throw ValueError("tmpfs-mode \"\(value)\" is not an octal number")
            }
            tmpfs.mode = Int(mode)
        default: throw ValueError("\"\(key)\" is no key of a mount")
        }
    }

    private func check(_ text: String) throws(ValueError) {
        if type.isEmpty { throw ValueError("\"\(text)\" has no type") }
        if target.isEmpty { throw ValueError("\"\(text)\" lacks target=") }
        if let group = groups.subtracting([type]).sorted().first {
            throw ValueError("options of type \(group) stand in a mount of type \(type)")
        }
        guard bind.recursion == .writable || bind.recursion == .readonly else { return }
        if !isReadOnly { throw ValueError("bind-recursive=\(bind.recursion.rawValue) needs readonly beside it") }
        if bind.recursion == .readonly, bind.propagation != "rprivate" {
            throw ValueError("bind-recursive=readonly needs bind-propagation=rprivate beside it")
        }
    }
}

extension [String: String] {
    fileprivate mutating func add(_ text: String) {
        let pair = KeyValue(parsing: text)
        self[pair.key] = pair.value ?? ""
    }

    fileprivate func adding(_ text: String) -> [String: String] {
        var copy = self
        copy.add(text)
        return copy
    }
}

extension MountSpecification {
    /// A folder or file of the engine's host at the same place in the container.
    init(bind path: String) {
        type = "bind"
        source = path
        target = path
    }

    /// The engine's own socket, where engines have it.
    static let engineSocket = MountSpecification(bind: "/var/run/docker.sock")
}
