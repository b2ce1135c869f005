import EngineAPI

/// A container's ports as one cell: `0.0.0.0:8000-8001->8000-8001/tcp, 443/tcp`.
///
/// Runs of neighbouring ports that are not published, or published under their own number, are joined; the
/// others stand alone behind them.
struct PortsText {
    private struct Run {
        var first: Int
        var last: Int
    }

    private struct Key: Hashable {
        let address: String
        let proto: String
    }

    private var open: [Key: Run] = [:]
    private var runs: [String] = []
    private var single: [String] = []

    static func of(_ ports: [PortMapping]) -> String {
        if ports.isEmpty { return "" }
        var text = PortsText()
        for port in ports.sorted(by: precedes) { text.add(port) }
        for (key, run) in text.open.sorted(by: { ($0.key.address, $0.key.proto) < ($1.key.address, $1.key.proto) }) {
            text.close(run, key)
        }
        return (text.runs + text.single).joined(separator: ", ")
    }

    private mutating func add(_ port: PortMapping) {
        // Podman names no address where it means all.
        let address = port.publicPort == 0 ? "" : port.address.isEmpty ? "0.0.0.0" : port.address
        if port.publicPort != 0, port.publicPort != port.privatePort {
            single.append("\(Self.host(address)):\(port.publicPort)->\(port.privatePort)/\(port.proto)")
            return
        }
        let key = Key(address: address, proto: port.proto)
        guard let run = open[key] else {
            open[key] = Run(first: port.privatePort, last: port.privatePort)
            return
        }
        if port.privatePort == run.last &+ 1 {
            open[key] = Run(first: run.first, last: port.privatePort)
        } else {
            close(run, key)
            open[key] = Run(first: port.privatePort, last: port.privatePort)
        }
    }

    private mutating func close(_ run: Run, _ key: Key) {
        let span = run.first == run.last ? "\(run.first)" : "\(run.first)-\(run.last)"
        runs.append(
            key.address.isEmpty ? "\(span)/\(key.proto)" : "\(Self.host(key.address)):\(span)->\(span)/\(key.proto)")
    }

    private static func host(_ address: String) -> String { address.contains(":") ? "[\(address)]" : address }

    private static func precedes(_ left: PortMapping, _ right: PortMapping) -> Bool {
        if left.privatePort != right.privatePort { return left.privatePort < right.privatePort }
        if left.address != right.address { return left.address < right.address }
        if left.publicPort != right.publicPort { return left.publicPort < right.publicPort }
        return left.proto < right.proto
    }
}
