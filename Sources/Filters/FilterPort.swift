/// A port or range of ports with a protocol, as the filters `publish` and `expose` take it.
public struct FilterPort: Equatable, Sendable {
    public let ports: ClosedRange<UInt16>
    /// `tcp`, `udp` or `sctp`.
    public let `protocol`: String

    /// Reads `PORT[/PROTOCOL]` or `FIRST-LAST[/PROTOCOL]`; without a protocol it is tcp.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false).map(Self.port)
        guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1], first <= last else { return nil }
        let name = parts.count > 1 ? parts[1].lowercased() : "tcp"
        guard ["tcp", "udp", "sctp"].contains(name) else { return nil }
        ports = first...last
        `protocol` = name
    }

    func overlaps(_ other: FilterPort) -> Bool { `protocol` == other.protocol && ports.overlaps(other.ports) }

    private static func port(_ digits: Substring) -> UInt16? {
        digits.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? UInt16(digits) : nil
    }
}
