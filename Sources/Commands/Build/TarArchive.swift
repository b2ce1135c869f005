/// A tar archive that comes into being while it is read: never more than a block of it is in memory.
final class TarArchive {
    private let next: () throws -> TarEntry?
    /// Told of a file that became shorter while it was read.
    private let onShrink: ([UInt8]) -> Void
    private var pending: ArraySlice<UInt8> = []
    private var file: Content?
    private var isAtEnd = false

    /// - Parameter next: the members one after another, nil behind the last.
    init(onShrink: @escaping ([UInt8]) -> Void = { _ in }, next: @escaping () throws -> TarEntry?) {
        self.next = next
        self.onShrink = onShrink
    }

    /// Fills the front of `buffer` and says how much of it; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        var filled = 0
        while filled < buffer.count {
            let room = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            if !pending.isEmpty {
                let count = min(room.count, pending.count)
                room.copyBytes(from: pending.prefix(count))
                pending = pending.dropFirst(count)
                filled += count
            } else if let file {
                filled += try readFile(file, into: room)
            } else if isAtEnd {
                break
            } else if let entry = try next() {
                begin(entry)
            } else {
                isAtEnd = true
                pending = [UInt8](repeating: 0, count: 2 * TarEntry.blockSize)[...]
            }
        }
        return filled
    }

    private func begin(_ entry: TarEntry) {
        var bytes = entry.header
        switch entry.kind {
        case .text(let text): bytes += text + [UInt8](repeating: 0, count: TarEntry.padding(entry.size))
        case .file(let source, _) where entry.size > 0: file = Content(source, size: entry.size, name: entry.name)
        default: break
        }
        pending = bytes[...]
    }

    private func readFile(_ content: Content, into room: UnsafeMutableRawBufferPointer) throws -> Int {
        let wanted = Int(min(Int64(room.count), content.left))
        let target = UnsafeMutableRawBufferPointer(rebasing: room[..<wanted])
        var count = 0
        do {
            if !content.isShort { count = try content.source.read(into: target) }
        } catch {
            throw Failure("\(String(decoding: content.name, as: UTF8.self)): \(error)")
        }
        if count == 0 {
            if !content.isShort { onShrink(content.name) }
            content.isShort = true
            target.initializeMemory(as: UInt8.self, repeating: 0)
            count = wanted
        }
        content.left -= Int64(count)
        if content.left == 0 {
            file = nil
            pending = [UInt8](repeating: 0, count: TarEntry.padding(content.size))[...]
        }
        return count
    }

    /// The file whose bytes are being read.
    private final class Content {
        let source: OpenFile
        let size: Int64
        let name: [UInt8]
        var left: Int64
        /// It ended early, and zeros take the place of what is missing.
        var isShort = false

        init(_ source: OpenFile, size: Int64, name: [UInt8]) {
            self.source = source
            self.size = size
            self.name = name
            left = size
        }
    }
}
