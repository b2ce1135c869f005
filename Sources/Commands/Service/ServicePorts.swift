import JSON

/// The ports that a service publishes on all nodes, as one cell: `*:8080-8081->80-81/tcp`.
struct ServicePorts {
    private var proto: String
    private var published: ClosedRange<Int>
    private var target: ClosedRange<Int>

    private init(_ proto: String, _ published: Int, _ target: Int) {
        self.proto = proto
        // As far as the engine's numbers go (uint32): a run can be reckoned with.
        let (published, target) = (Int(UInt32(clamping: published)), Int(UInt32(clamping: target)))
        self.published = published...published
        self.target = target...target
    }

    static func text(_ ports: JSONElements?) -> String {
        let found = (ports.map(Array.init) ?? []).filter { $0.text("PublishMode") == "ingress" }.map {
            ServicePorts($0.text("Protocol"), $0.integer("PublishedPort"), $0.integer("TargetPort"))
        }
        var runs: [ServicePorts] = []
        for port in found.sorted(by: precedes) {
            if let last = runs.last, let joined = last.joined(with: port) {
                runs[runs.count - 1] = joined
            } else {
                runs.append(port)
            }
        }
        return runs.filter { $0.published.lowerBound > 0 }.map(\.text).joined(separator: ", ")
    }

    private static func precedes(_ left: ServicePorts, _ right: ServicePorts) -> Bool {
        (left.proto, left.published.lowerBound) < (right.proto, right.published.lowerBound)
    }

    /// The run with the next port at its end; nil where that does not carry on both sides of it.
    private func joined(with next: ServicePorts) -> ServicePorts? {
        let (outer, inner) = (next.published.lowerBound, next.target.lowerBound)
        let follows = { (port: Int, run: ClosedRange<Int>) in port == run.upperBound || port - 1 == run.upperBound }
        guard next.proto == proto, follows(outer, published), follows(inner, target) else { return nil }
        if target.count > 1, inner == target.upperBound { return nil }
        var run = self
        run.published = published.lowerBound...outer
        run.target = target.lowerBound...inner
        return run
    }

    private var text: String { "*:\(Self.text(published))->\(Self.text(target))/\(proto)" }

    private static func text(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }
}
