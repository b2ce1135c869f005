/// A file of variables or labels: `NAME=VALUE` or `NAME` a line, `#` begins a comment, quotes have no meaning.
struct KeyValueFile: Equatable {
    /// In the file's order.
    let pairs: [KeyValue]

    /// - Throws: `Failure` with the file's path and the line's number, ending in `status`.
    init(path: String, status: Int32) throws {
        try self.init(try FileContents.read(path, status: status), path: path, status: status)
    }

    init(_ bytes: [UInt8], path: String, status: Int32) throws {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        let body = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        var pairs: [KeyValue] = []
        for (index, line) in body.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated() {
            let complain = { (what: String) in Failure("\(path): line \(index + 1) \(what)", status: status) }
            let isEndedByReturn = line.last == 0x0d
            guard let whole = String(validating: isEndedByReturn ? line.dropLast() : line, as: UTF8.self) else {
                throw complain("is not UTF-8")
            }
            let text = whole.drop { $0.isWhitespace }
            if text.isEmpty || text.hasPrefix("#") { continue }
            if text.utf8.contains(0) { throw complain("holds a zero byte") }
            let pair = KeyValue(parsing: String(text))
            if pair.key.isEmpty { throw complain("has no name before the =") }
            if pair.key.contains(where: \.isWhitespace) { throw complain("has blanks in its name") }
            pairs.append(pair)
        }
        self.pairs = pairs
    }
}
