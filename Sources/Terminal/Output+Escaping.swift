extension Output {
    /// Text from the engine, safe to show: on a terminal nothing in it can move the cursor, change
    /// colours or reorder what is read; elsewhere the bytes are unchanged.
    public func escaped(_ text: String, as place: VisibleText.Place = .lines) -> String {
        isTerminal ? VisibleText.of(text, as: place) : text
    }

    public func writeEscaped(_ text: String, as place: VisibleText.Place = .lines) throws {
        try write(escaped(text, as: place))
    }
}
