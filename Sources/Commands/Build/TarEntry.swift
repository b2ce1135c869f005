/// One member of a tar archive.
struct TarEntry {
    enum Kind {
        /// A regular file of `size` bytes, whatever the descriptor gives: filled up with zeros, or cut.
        case file(OpenFile, size: Int64)
        /// A regular file with these bytes.
        case text([UInt8])
        case directory
        case hardLink(to: [UInt8])
        case symbolicLink(to: [UInt8])
        case fifo
        case characterDevice(major: UInt32, minor: UInt32)
        case blockDevice(major: UInt32, minor: UInt32)
    }

    /// The path in the archive, without a slash at the end. Any bytes but NUL.
    var name: [UInt8]
    var kind: Kind
    /// The low twelve bits of `st_mode`.
    var mode: UInt32
    /// Unix seconds.
    var modified: Int64
    var owner: (user: UInt32, group: UInt32) = (0, 0)
    /// What a program may do that its user may not, as the kernel keeps it; nil for nothing. It is the one extended
    /// attribute that docker sends.
    var capability: [UInt8]?
}
