/// Lines of cells, aligned with elastic tab stops.
///
/// A column reaches over neighbouring lines only: a line with fewer cells ends it, and below it starts
/// anew with its own width. The last cell of a line is never padded.
public struct TableWriter {
    private struct Cell {
        var bytes: Int
        var width: Int
        /// The run of lines this cell shares its width with; nil for the last cell of a line.
        var column: Int?
    }

    private let output: Output
    private let minimumWidth: Int
    private let padding: Int
    // One flat store: a hundred thousand rows must not become a million small arrays.
    private var bytes: [UInt8] = []
    private var cells: [Cell] = []
    private var lineEnds: [Int] = []
    private var columnWidths: [Int] = []
    private var openColumns: [Int] = []

    /// Widths are in columns of the terminal; each cell is at least `minimumWidth` wide, `padding` included.
    public init(_ output: Output, minimumWidth: Int = 10, padding: Int = 3) {
        self.output = output
        self.minimumWidth = minimumWidth
        self.padding = padding
    }

    /// One line. The cells are engine text: on a terminal their control characters are spelt out.
    public mutating func add(_ row: [String]) {
        for (index, cell) in row.enumerated() {
            add(output.escaped(cell, as: .cell), isLast: index == row.count - 1)
        }
        endLine()
    }

    /// Lines whose cells are separated by tabs, taken as they are; the last newline may be missing.
    public mutating func add(lines text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            let row = line.split(separator: "\t", omittingEmptySubsequences: false)
            for (index, cell) in row.enumerated() { add(String(cell), isLast: index == row.count - 1) }
            endLine()
        }
    }

    /// Writes all lines and forgets them. Throws `OutputError`.
    public mutating func flush() throws {
        var text: [UInt8] = []
        var cell = 0
        var position = 0
        for end in lineEnds {
            while cell < end {
                text.append(contentsOf: bytes[position..<position + cells[cell].bytes])
                position += cells[cell].bytes
                if let column = cells[cell].column {
                    text.append(
                        contentsOf: repeatElement(UInt8(ascii: " "), count: columnWidths[column] - cells[cell].width))
                }
                cell += 1
            }
            text.append(UInt8(ascii: "\n"))
            if text.count >= Output.capacity {
                try output.write(text)
                text.removeAll(keepingCapacity: true)
            }
        }
        try output.write(text)
        self = TableWriter(output, minimumWidth: minimumWidth, padding: padding)
    }

    private mutating func add(_ text: String, isLast: Bool) {
        let width = displayWidth(text)
        let position = cells.count - (lineEnds.last ?? 0)
        var column: Int?
        if !isLast {
            if position == openColumns.count {
                openColumns.append(columnWidths.count)
                columnWidths.append(minimumWidth)
            }
            let open = openColumns[position]
            columnWidths[open] = max(columnWidths[open], width + padding)
            column = open
        }
        bytes.append(contentsOf: text.utf8)
        cells.append(Cell(bytes: text.utf8.count, width: width, column: column))
    }

    private mutating func endLine() {
        let count = cells.count - (lineEnds.last ?? 0)
        let padded = max(0, count - 1)
        if openColumns.count > padded { openColumns.removeLast(openColumns.count - padded) }
        lineEnds.append(cells.count)
    }
}
