import EngineAPI
import JSON
import Terminal

/// The images under their names, and below each the platforms that the engine has of it.
struct ImageTree {
    private struct Line {
        var name: String
        let id: String
        let size: Int
        let content: Int
        let isUsed: Bool
        /// Known, but not on this engine.
        var isAbsent = false
    }

    private static let gap = 3
    private static let narrowestName = 12
    private static let headings: [(text: String, width: Int, isRight: Bool)] = [
        ("ID", 12, false), ("DISK USAGE", 10, true), ("CONTENT SIZE", 12, true), ("EXTRA", 5, false),
    ]

    private let out: Output
    private let colour: Colour
    private let width: Int
    private var columns = Self.headings
    private var nameWidth: Int { width - columns.reduce(0) { $0 + $1.width + Self.gap } }

    /// What is too much for the terminal's width is left out from the right.
    init(to out: Output, colour: Colour) {
        self.out = out
        self.colour = colour
        width = out.columns ?? 80
        while nameWidth < Self.narrowestName, !columns.isEmpty { columns.removeLast() }
    }

    /// - Parameter showsUntagged: images without a name too, at the end.
    func print(_ images: [ImageSummary], showsUntagged: Bool) throws {
        let legend = "U In Use"
        try out.writeLine(String(repeating: " ", count: max(0, width - legend.count)) + legend)
        try out.writeLine()
        let cells = ["IMAGE"] + columns.map(\.text)
        try out.writeLine(row(cells, .bold))
        let named = images.filter { !$0.tags.isEmpty }.map { ($0, $0.tags.sorted()) }.sorted { $0.1[0] < $1.1[0] }
        let unnamed = showsUntagged ? images.filter(\.tags.isEmpty).map { ($0, ["<untagged>"]) } : []
        for (image, names) in named + unnamed { try print(image, names: names) }
    }

    private func print(_ image: ImageSummary, names: [String]) throws {
        let platforms = image.json.list("Manifests").filter { $0.text("Kind") == "image" }.map(Self.line)
        let whole = Line(
            name: out.escaped(names.last ?? "", as: .cell), id: ShortID.of(image.id), size: image.size,
            content: platforms.reduce(0) { $0.addingReportingOverflow($1.content).partialValue },
            isUsed: image.containers > 0 || platforms.contains(where: \.isUsed))
        for name in names.dropLast() { try out.writeLine(colour.paint(out.escaped(name, as: .cell), .bold)) }
        try out.writeLine(row(cells(whole), .bold))
        for (index, platform) in platforms.enumerated() {
            var line = platform
            line.name = (index == platforms.count - 1 ? "└─ " : "├─ ") + out.escaped(platform.name, as: .cell)
            try out.writeLine(row(cells(line), line.isAbsent ? .dim : nil))
        }
        try out.writeLine()
    }

    private static func line(_ manifest: JSONValue) -> Line {
        let (data, size) = (manifest["ImageData"], manifest["Size"])
        let platform = data?["Platform"].flatMap { PlatformObject(json: $0).printedText }
        return Line(
            name: platform ?? "", id: ShortID.of(manifest.text("ID")),
            size: size?.integer("Total") ?? 0, content: size?.integer("Content") ?? 0,
            isUsed: data?.list("Containers").isEmpty == false, isAbsent: !manifest.flag("Available"))
    }

    private func cells(_ line: Line) -> [String] {
        [
            ellipsis(line.name, columns: nameWidth), line.id, HumanSize.text(line.size, precision: 3),
            HumanSize.text(line.content, precision: 3), line.isUsed ? "U" : "",
        ]
    }

    /// Style is the first cell's; what is dim is so whole.
    private func row(_ cells: [String], _ style: Colour.Style?) -> String {
        let gap = String(repeating: " ", count: Self.gap)
        let name = padded(cells[0], to: nameWidth, isRight: false)
        var text = style.map { colour.paint(name, $0) } ?? name
        for (cell, column) in zip(cells.dropFirst(), columns) {
            let value = padded(cell, to: column.width, isRight: column.isRight)
            text += gap + (style == .dim ? colour.paint(value, .dim) : value)
        }
        return text
    }

    private func padded(_ text: String, to width: Int, isRight: Bool) -> String {
        let blanks = String(repeating: " ", count: max(0, width - displayWidth(text)))
        return isRight ? blanks + text : text + blanks
    }
}
