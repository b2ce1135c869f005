import CTerminal

/// The size of a terminal in characters.
public struct WindowSize: Equatable, Sendable {
    public let rows: Int
    public let columns: Int

    public init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// Nil when the descriptor is no terminal; 0×0 when the terminal does not know.
    public static func of(_ fileDescriptor: Int32) -> WindowSize? {
        var rows: UInt16 = 0
        var columns: UInt16 = 0
        guard cterminal_window_size(fileDescriptor, &rows, &columns) == 0 else { return nil }
        return WindowSize(rows: Int(rows), columns: Int(columns))
    }
}
