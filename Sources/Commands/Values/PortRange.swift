import CommandGrammar

/// One port or a run of them: `80`, `8000-8010`.
struct PortRange: Equatable {
    let first: Int
    let last: Int

    /// Numbers up to 65535, the smaller one first.
    init(parsing text: some StringProtocol) throws(ValueError) {
        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = ends.compactMap { end in
            (1...5).contains(end.utf8.count) && end.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(end) : nil
        }
        guard numbers.count == ends.count, let first = numbers.first, let last = numbers.last, last <= 65535,
            first <= last
        else { throw ValueError("\"\(text)\" is not a port or a range of ports") }
        self.first = first
        self.last = last
    }

    var count: Int { last - first + 1 }
    var ports: ClosedRange<Int> { first...last }
    var text: String { first == last ? String(first) : "\(first)-\(last)" }
}

/// The protocols that ports belong to.
enum PortProtocol {
    /// Splits `80/udp`; `tcp` where nothing is said.
    static func split(_ text: String) throws(ValueError) -> (ports: String, name: String) {
        guard let slash = text.firstIndex(of: "/") else { return (text, "tcp") }
        let name = text[text.index(after: slash)...].lowercased()
        guard ["tcp", "udp", "sctp"].contains(name) else {
            throw ValueError("\"\(name)\" is none of tcp, udp, sctp")
        }
        return (String(text[..<slash]), name)
    }
}
