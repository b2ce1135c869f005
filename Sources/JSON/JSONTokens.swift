/// The tokens of JSON that has been checked: brackets, commas, colons, and runs of a scalar's bytes.
enum JSONTokens {
    /// Calls `body` with each token's first byte and all of its bytes.
    static func forEach(in json: ArraySlice<UInt8>, _ body: (UInt8, ArraySlice<UInt8>) -> Void) {
        var at = json.startIndex
        while at < json.endIndex {
            let byte = json[at]
            var end = at + 1
            switch byte {
            case _ where ASCII.isSpace(byte):
                at = end
                continue
            case ASCII.quote:
                end = endOfString(in: json, from: end)
            case _ where !isMark(byte):
                while end < json.endIndex, !isMark(json[end]), !ASCII.isSpace(json[end]) { end += 1 }
            default: break
            }
            body(byte, json[at..<end])
            at = end
        }
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.openBrace, ASCII.closeBrace, ASCII.openBracket, ASCII.closeBracket, ASCII.comma, ASCII.colon: true
        default: false
        }
    }

    private static func endOfString(in json: ArraySlice<UInt8>, from start: Int) -> Int {
        var at = start
        while at < json.endIndex, json[at] != ASCII.quote { at += json[at] == ASCII.backslash ? 2 : 1 }
        return min(at + 1, json.endIndex)
    }
}
