import JSON

/// An answer of the engine that says no.
public struct EngineError: Error, Equatable, CustomStringConvertible {
    /// The HTTP status, 400 and up.
    public let status: Int
    /// The engine's own words, trimmed.
    public let message: String

    /// Whether the thing asked for is not there. The 404 of Docker 1.6 for a version it does not speak is not meant.
    public var isNotFound: Bool { status == 404 && !message.hasPrefix("client and server don't have same version") }
    public var description: String { "Error response from daemon: \(message)" }

    /// At most this much of an error's body is read.
    static let bodyLimit = 1 << 20
    /// At most this much of a body that is no JSON is shown, in bytes.
    static let textLimit = 1024

    /// Reads the message from a body: JSON `{"message":""}` from 1.24 on, plain text before (and from proxies).
    init(status: Int, reason: String, target: String, body: [UInt8]) {
        self.status = status
        message =
            Self.message(in: body)
            ?? "status \(status)\(reason.isEmpty ? "" : " (\(reason))") for \(target), without a message"
    }

    private static func message(in body: [UInt8]) -> String? {
        let start = body.first { !$0.isBlank }
        if start == UInt8(ascii: "{"), let document = try? JSONDocument(body, trailing: .ignore) {
            let text = document.root.text("message").trimmed
            return text.isEmpty ? nil : text
        }
        let text = String(decoding: body.prefix(textLimit), as: UTF8.self).trimmed
        return text.isEmpty ? nil : text
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
}

extension String {
    fileprivate var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
