/// What the headers in front of a member's own say of it: the records of `pax`, the long names of GNU tar.
struct TarExtension {
    var path: [UInt8]?
    var link: [UInt8]?
    private var size: Int64?
    private var modified: (seconds: Int64, nanoseconds: Int64)?

    /// Reads `length key=value\n` records (POSIX.1-2017 `pax`, "pax Extended Header").
    mutating func read(records: [UInt8]) throws {
        var rest = records[...]
        while !rest.isEmpty {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard digits.count < 8, let length = Int(String(decoding: digits, as: UTF8.self)), length <= rest.count,
                length > digits.count + 1
            else { throw TarError.badRecord }
            let record = rest.prefix(length).dropFirst(digits.count)
            guard record.first == UInt8(ascii: " "), record.last == UInt8(ascii: "\n"),
                let equals = record.firstIndex(of: UInt8(ascii: "="))
            else { throw TarError.badRecord }
            let key = String(decoding: record[..<equals].dropFirst(), as: UTF8.self)
            try take(key, Array(record[(equals + 1)...].dropLast()))
            rest = rest.dropFirst(length)
        }
    }

    /// The member that these and its own header describe.
    func member(_ header: TarHeader) throws -> TarMember {
        let name = path ?? header.name
        let link = link ?? header.link
        guard !name.isEmpty, !name.contains(0), !link.contains(0) else { throw TarError.badName }
        let kind = try Self.kind(header, name: name, link: link)
        return TarMember(
            name: name, kind: kind, mode: try header.mode, size: kind == .file ? try size ?? header.size : 0,
            modified: try modified ?? (header.modified, 0))
    }

    private static func kind(_ header: TarHeader, name: [UInt8], link: [UInt8]) throws -> TarMember.Kind {
        switch header.type {
        case 0 where name.last == UInt8(ascii: "/"): return .directory
        case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): return .file
        case UInt8(ascii: "1"), UInt8(ascii: "2"):
            guard !link.isEmpty else { throw TarError.badName }
            return header.type == UInt8(ascii: "1") ? .hardLink(to: link) : .symbolicLink(to: link)
        case UInt8(ascii: "3"), UInt8(ascii: "4"):
            let (major, minor) = try header.device
            return header.type == UInt8(ascii: "3")
                ? .characterDevice(major: major, minor: minor) : .blockDevice(major: major, minor: minor)
        case UInt8(ascii: "5"): return .directory
        case UInt8(ascii: "6"): return .fifo
        case UInt8(ascii: "S"): throw TarError.sparse
        default: throw TarError.unknownKind(header.type)
        }
    }

    private mutating func take(_ key: String, _ value: [UInt8]) throws {
        switch key {
        case "path": path = value
        case "linkpath": link = value
        case "size":
            guard let number = Int64(String(decoding: value, as: UTF8.self)), number >= 0 else {
                throw TarError.badNumber
            }
            size = number
        case "mtime": modified = try Self.time(value)
        case let key where key.hasPrefix("GNU.sparse."): throw TarError.sparse
        default: break
        }
    }

    /// Decimal seconds with a fraction; digits behind the ninth are dropped.
    private static func time(_ text: [UInt8]) throws -> (seconds: Int64, nanoseconds: Int64) {
        let parts = text.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = parts.count > 1 ? Array((parts[1] + Array("000000000".utf8)).prefix(9)) : [UInt8(ascii: "0")]
        guard let seconds = Int64(String(decoding: parts[0], as: UTF8.self)),
            fraction.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let nanoseconds = Int64(String(decoding: fraction, as: UTF8.self))
        else { throw TarError.badNumber }
        guard seconds < 0, nanoseconds > 0 else { return (seconds, nanoseconds) }
        return (seconds &- 1, 1_000_000_000 - nanoseconds)
    }
}
