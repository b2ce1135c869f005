extension TarEntry {
    static let blockSize = 512

    /// Bytes of content that follow the header.
    var size: Int64 {
        switch kind {
        case .file(_, let size): max(size, 0)
        case .text(let bytes): Int64(bytes.count)
        default: 0
        }
    }

    /// The header blocks: POSIX.1-2017 `pax`, chapter "ustar Interchange Format", with an extended header in front
    /// for what the old fields cannot hold.
    var header: [UInt8] {
        let path = isDirectory ? name + [UInt8(ascii: "/")] : name
        var records: [UInt8] = []
        let place = Self.split(path)
        if place == nil { records += Self.record("path", path) }
        if !Self.fits(link, 100) { records += Self.record("linkpath", link) }
        if size > Self.largestNumber { records += Self.record("size", Array(String(size).utf8)) }
        if owner.user > Self.largestOwner { records += Self.record("uid", Array(String(owner.user).utf8)) }
        if owner.group > Self.largestOwner { records += Self.record("gid", Array(String(owner.group).utf8)) }
        if !(0...Self.largestNumber).contains(modified) {
            records += Self.record("mtime", Array(String(modified).utf8))
        }
        if let capability { records += Self.record("SCHILY.xattr.\(OpenFile.capabilityName)", capability) }
        var blocks: [UInt8] = []
        if !records.isEmpty {
            blocks = Self.block(
                name: Array("PaxHeaders.0/extended".utf8), prefix: [], mode: 0o644, size: Int64(records.count),
                modified: 0, type: UInt8(ascii: "x"), link: [], device: (0, 0), owner: (0, 0))
            blocks += records
            blocks += [UInt8](repeating: 0, count: Self.padding(Int64(records.count)))
        }
        return blocks
            + Self.block(
                name: place?.name ?? Array(path.prefix(100)), prefix: place?.prefix ?? [], mode: mode, size: size,
                modified: modified, type: type, link: Array(link.prefix(100)), device: device,
                owner: owner)
    }

    /// Zero bytes needed behind so many bytes to fill a block.
    static func padding(_ size: Int64) -> Int { Int((512 - size % 512) % 512) }

    private static let largestNumber: Int64 = 0o777_7777_7777
    private static let largestOwner: UInt32 = 0o777_7777

    private var isDirectory: Bool { if case .directory = kind { true } else { false } }

    private var link: [UInt8] {
        switch kind {
        case .hardLink(let target), .symbolicLink(let target): target
        default: []
        }
    }

    private var device: (UInt32, UInt32) {
        switch kind {
        case .characterDevice(let major, let minor), .blockDevice(let major, let minor): (major, minor)
        default: (0, 0)
        }
    }

    private var type: UInt8 {
        switch kind {
        case .file, .text: UInt8(ascii: "0")
        case .hardLink: UInt8(ascii: "1")
        case .symbolicLink: UInt8(ascii: "2")
        case .characterDevice: UInt8(ascii: "3")
        case .blockDevice: UInt8(ascii: "4")
        case .directory: UInt8(ascii: "5")
        case .fifo: UInt8(ascii: "6")
        }
    }

    private static func fits(_ bytes: [UInt8], _ limit: Int) -> Bool {
        bytes.count <= limit && bytes.allSatisfy { $0 < 0x80 }
    }

    /// The path in the two fields of the old header; nil when it does not fit.
    private static func split(_ path: [UInt8]) -> (prefix: [UInt8], name: [UInt8])? {
        if fits(path, 100) { return ([], path) }
        guard fits(path, 256) else { return nil }
        // The slash between the fields: at most 155 bytes before it, 1 to 100 behind it.
        let earliest = max(path.count - 101, 1)
        let latest = min(155, path.count - 2)
        guard earliest <= latest, let slash = path[earliest...latest].firstIndex(of: UInt8(ascii: "/")) else {
            return nil
        }
        return (Array(path[..<slash]), Array(path[(slash + 1)...]))
    }

    /// `length key=value\n`, where the length counts its own digits.
    private static func record(_ key: String, _ value: [UInt8]) -> [UInt8] {
        let rest = key.utf8.count + value.count + 3
        var length = rest + String(rest).utf8.count
        length = rest + String(length).utf8.count
        return Array("\(length) \(key)=".utf8) + value + [UInt8(ascii: "\n")]
    }

    private static func block(
        name: [UInt8], prefix: [UInt8], mode: UInt32, size: Int64, modified: Int64, type: UInt8, link: [UInt8],
        device: (UInt32, UInt32), owner: (user: UInt32, group: UInt32)
    ) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: blockSize)
        func put(_ bytes: some Collection<UInt8>, at offset: Int) {
            block.replaceSubrange(offset..<offset + bytes.count, with: bytes)
        }
        func octal(_ number: Int64, at offset: Int, digits: Int) {
            let shown = (0...largestNumber).contains(number) ? number : 0
            let text = String(shown, radix: 8)
            put((String(repeating: "0", count: max(digits - text.count, 0)) + text).utf8.suffix(digits), at: offset)
        }
        put(name, at: 0)
        octal(Int64(mode & 0o7777), at: 100, digits: 7)
        octal(owner.user > largestOwner ? 0 : Int64(owner.user), at: 108, digits: 7)
        octal(owner.group > largestOwner ? 0 : Int64(owner.group), at: 116, digits: 7)
        octal(size, at: 124, digits: 11)
        octal(modified, at: 136, digits: 11)
        put("        ".utf8, at: 148)
        put([type], at: 156)
        put(link, at: 157)
        put("ustar\u{0}00".utf8, at: 257)
        octal(Int64(device.0), at: 329, digits: 7)
        octal(Int64(device.1), at: 337, digits: 7)
        put(prefix, at: 345)
        octal(block.reduce(0) { $0 + Int64($1) }, at: 148, digits: 6)
        put([0, UInt8(ascii: " ")], at: 154)
        return block
    }
}
