import CommandGrammar
import EngineAPI
import Filters
import JSON

struct StackList: Action, Equatable {
    var format: String?

    static var command: Command {
        Command(
            "ls", "List stacks", aliases: ["list"], since: "1.25", StackList.self,
            flags: [
                Flag(
                    "format", \.format, "How to print: table, json or a Go template",
                    completing: .format(Listing.stacks))
            ])
    }

    func run(_ session: Session) throws {
        let view = try ListView(.stacks, format: format)
        try view.check(on: StackRow(name: "", services: 0))
        var filters = FilterList()
        filters.set(key: "label", value: StackLabel.key)
        let wire = filters.wire(apiMinor: try session.engine.version().minor)
        var counts: [String: Int] = [:]
        for service in try session.engine.json(.listServices(filters: wire)).root.elements {
            if let name = service.specLabels[StackLabel.key] { counts[name, default: 0] += 1 }
        }
        let rows = counts.map(StackRow.init).sorted { NaturalOrder.precedes($0.name, $1.name) }
        try view.show(rows, to: session.out)
    }
}

/// One line of `tug stack ls`.
struct StackRow {
    let name: String
    let services: Int
}

extension Listing where Row == StackRow {
    static var stacks: Listing {
        Listing(
            typeName: "*stack.stackContext",
            columns: [Column("NAME", "Name") { $0.name }, Column("SERVICES", "Services") { String($0.services) }],
            table: ["Name", "Services"], quiet: "Name")
    }
}
