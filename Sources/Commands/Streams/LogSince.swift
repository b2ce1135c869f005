import Terminal
import Transport

/// `--since` for engines that do not know it: drops lines by the time stamp that each begins with.
struct LogSince {
    private let moment: Timestamp
    private let showsStamps: Bool
    private var output = Line()
    private var error = Line()

    /// Longer than any time stamp: such a line has none and is shown.
    private static let longestStamp = 64

    private struct Line {
        var stamp: [UInt8] = []
        var isShown: Bool?
    }

    init(_ moment: Timestamp, showsStamps: Bool) {
        self.moment = moment
        self.showsStamps = showsStamps
    }

    /// What is to be shown of the next bytes of a stream.
    mutating func feed(_ bytes: UnsafeRawBufferPointer, _ kind: FrameDecoder.Kind) -> [UInt8] {
        var line = kind == .standardOutput ? output : error
        var shown: [UInt8] = []
        for byte in bytes { step(byte, &line, &shown) }
        if kind == .standardOutput { output = line } else { error = line }
        return shown
    }

    /// The rest at the end of a stream: a last line too short for a stamp is shown.
    func rest(_ kind: FrameDecoder.Kind) -> [UInt8] {
        let line = kind == .standardOutput ? output : error
        return line.isShown == nil ? line.stamp : []
    }

    private func step(_ byte: UInt8, _ line: inout Line, _ shown: inout [UInt8]) {
        let isEnd = byte == UInt8(ascii: "\n")
        if let isShown = line.isShown {
            if isShown { shown.append(byte) }
        } else {
            line.stamp.append(byte)
            if byte == UInt8(ascii: " ") || isEnd || line.stamp.count > Self.longestStamp {
                decide(&line, &shown)
            }
        }
        if isEnd { line = Line() }
    }

    private func decide(_ line: inout Line, _ shown: inout [UInt8]) {
        let text = String(decoding: line.stamp.dropLast(), as: UTF8.self)
        let stamp = try? Timestamp(date: text, in: .utc)
        let isShown = stamp.map { $0 >= moment } ?? true
        if isShown, showsStamps || stamp == nil { shown += line.stamp }
        line.isShown = isShown
    }
}
