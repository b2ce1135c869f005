import EngineAPI
import GoTemplate
import Terminal

/// One line of `tug plugin ls`.
struct PluginRow {
    let plugin: PluginSummary
    let isTruncated: Bool
}

extension Listing where Row == PluginRow {
    static var plugins: Listing {
        Listing(
            typeName: "*plugin.pluginContext",
            columns: [
                Column("ID", "ID") { $0.id },
                Column("NAME", "Name") { $0.plugin.name },
                Column("DESCRIPTION", "Description") { $0.description },
                Column("ENABLED", "Enabled", value: { .bool($0.plugin.isEnabled) }),
                Column("IMAGE", "PluginReference") { $0.plugin.reference },
            ],
            table: ["ID", "Name", "Description", "Enabled"],
            raw: """
                plugin_id: {{.ID}}
                name: {{.Name}}
                description: {{.Description}}
                enabled: {{.Enabled}}

                """,
            rawQuiet: "plugin_id")
    }
}

extension PluginRow {
    fileprivate var id: String { isTruncated ? ShortID.of(plugin.id) : plugin.id }

    fileprivate var description: String {
        let line = String(
            String.UnicodeScalarView(plugin.description.unicodeScalars.filter { $0 != "\n" && $0 != "\r" }))
        return isTruncated ? ellipsis(line, columns: 45) : line
    }
}
