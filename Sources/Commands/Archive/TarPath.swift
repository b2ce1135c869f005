/// A path below a folder: components without `.`, `..` and slashes.
struct TarPath: Equatable, CustomStringConvertible {
    let components: [[UInt8]]

    init(_ components: [[UInt8]] = []) { self.components = components }

    /// Reads a path of an archive, absolute or not; nil when a `..` is in it.
    init?(_ bytes: [UInt8]) {
        let parts = Self.parts(bytes)
        guard !parts.contains(Self.parent) else { return nil }
        components = parts
    }

    var last: [UInt8]? { components.last }
    var parent: TarPath { TarPath(components.dropLast()) }
    var description: String { components.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/") }

    func isBelow(_ folder: TarPath) -> Bool {
        components.count > folder.components.count && components.starts(with: folder.components)
    }

    /// Whether the target of a symbolic link at this path, taken as text, stays below the folder. An absolute one is
    /// of another world, and says so.
    func keepsInside(link target: [UInt8]) -> Bool {
        if target.first == UInt8(ascii: "/") { return true }
        var depth = components.count - 1
        for part in Self.parts(target) {
            depth += part == Self.parent ? -1 : 1
            if depth < 0 { return false }
        }
        return true
    }

    private static let parent = Array("..".utf8)

    private static func parts(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: UInt8(ascii: "/")).map(Array.init).filter { $0 != [UInt8(ascii: ".")] }
    }
}
