/// One member of a tar archive as its header tells it: nothing of it has been checked but its form.
struct TarMember: Equatable {
    enum Kind: Equatable {
        case file
        case directory
        case hardLink(to: [UInt8])
        case symbolicLink(to: [UInt8])
        case fifo
        case characterDevice(major: UInt32, minor: UInt32)
        case blockDevice(major: UInt32, minor: UInt32)
    }

    /// The path as it stands there, without zero bytes and never empty.
    var name: [UInt8]
    var kind: Kind
    /// The low twelve bits of `st_mode`.
    var mode: UInt32
    /// Bytes of content; 0 for all but files.
    var size: Int64
    /// Unix seconds, and nanoseconds below a second.
    var modified: (seconds: Int64, nanoseconds: Int64)

    static func == (left: TarMember, right: TarMember) -> Bool {
        left.name == right.name && left.kind == right.kind && left.mode == right.mode && left.size == right.size
            && left.modified == right.modified
    }
}

/// What is wrong with a tar archive.
enum TarError: Error, Equatable, CustomStringConvertible {
    /// It ends before its end mark.
    case cut
    /// It ends before its first byte.
    case empty
    /// A block in a header's place is none.
    case noHeader
    case badNumber
    case badRecord
    /// An extended header of more bytes than are read.
    case headerTooLong(limit: Int)
    case badName
    case sparse
    case unknownKind(UInt8)

    var description: String {
        switch self {
        case .cut: "the archive is cut off: unexpected end of data"
        case .empty: "the archive is empty"
        case .noHeader: "the archive is damaged: a header has the wrong checksum"
        case .badNumber: "the archive is damaged: a number in a header is none"
        case .badRecord: "the archive is damaged: an extended header cannot be read"
        case .headerTooLong(let limit): "the archive has an extended header of more than \(limit >> 10) KiB"
        case .badName: "the archive has a member without a usable name"
        case .sparse: "the archive has a sparse file, which cannot be unpacked"
        case .unknownKind(let type): "the archive has a member of an unknown type (\(type))"
        }
    }
}
