import CCurl

/// A file fetched from a web server, by libcurl, which is loaded when this is first used.
public struct RemoteFile: Equatable, Sendable {
    /// The `Content-Type` header as it came, if it did.
    public let contentType: String?
    /// The address the bytes came from, behind all redirects.
    public let url: String

    /// Downloads `url` (http or https) and hands the bytes to `sink` as they come.
    ///
    /// Follows up to ten redirects; takes proxies from the environment as libcurl does; waits 30 seconds for a
    /// connection. Throws `libraryMissing`, `download`, `downloadStatus` (400 and above), `bodyTooLarge` (above
    /// `maximumSize` bytes), or `caller` with what `sink` threw.
    public static func fetch(
        url: String, userAgent: String, maximumSize: Int, sink: (UnsafeRawBufferPointer) throws -> Void
    ) throws(TransportError) -> RemoteFile {
        let shown = String(escaping: withoutPassword(url).utf8)
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f }) else {
            throw .download(url: shown, detail: "the address has spaces or control characters")
        }
        var reason: UnsafePointer<CChar>?
        guard ccurl_load(&reason) else {
            let detail = reason.map { String(cString: $0) } ?? ""
            throw .libraryMissing(name: "libcurl", package: "libcurl4", detail: detail)
        }
        guard let handle = ccurl_init() else { throw .download(url: shown, detail: "libcurl does not start") }
        defer { ccurl_cleanup(handle) }

        let (code, failure) = withoutActuallyEscaping(sink) { sink -> (CURLcode, TransportError?) in
            let receiver = Receiver(limit: maximumSize, sink: sink)
            let code = perform(handle, url: url, userAgent: userAgent, receiver)
            return (code, receiver.failure)
        }
        if let failure { throw failure }
        switch code {
        case CURLE_OK: break
        case CURLE_HTTP_RETURNED_ERROR:
            throw .downloadStatus(url: shown, status: Int(ccurl_get_long(handle, CURLINFO_RESPONSE_CODE)))
        default: throw .download(url: shown, detail: String(cString: ccurl_strerror(code)))
        }
        return RemoteFile(
            contentType: ccurl_get_string(handle, CURLINFO_CONTENT_TYPE).map { String(cString: $0) },
            url: ccurl_get_string(handle, CURLINFO_EFFECTIVE_URL).map { String(cString: $0) } ?? url)
    }

    private static func withoutPassword(_ url: String) -> String {
        guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else { return url }
        let authority = url[colon...].dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let at = authority.lastIndex(of: "@") else { return url }
        return url[..<authority.startIndex] + "***" + url[at...]
    }

    private static func perform(
        _ handle: UnsafeMutableRawPointer, url: String, userAgent: String, _ receiver: Receiver
    ) -> CURLcode {
        let codes = [
            ccurl_only_http(handle),
            ccurl_set_string(handle, CURLOPT_URL, url),
            ccurl_set_string(handle, CURLOPT_USERAGENT, userAgent),
            ccurl_set_long(handle, CURLOPT_FOLLOWLOCATION, 1),
            ccurl_set_long(handle, CURLOPT_MAXREDIRS, 10),
            ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT, 30),
            ccurl_set_long(handle, CURLOPT_FAILONERROR, 1),
            ccurl_set_write_callback(handle, Receiver.callback, Unmanaged.passUnretained(receiver).toOpaque()),
        ]
        if let failed = codes.first(where: { $0 != CURLE_OK }) { return failed }
        return withExtendedLifetime(receiver) { ccurl_perform(handle) }
    }

    /// What the C callback needs, and what it has to tell.
    private final class Receiver {
        private var rest: Int
        private let limit: Int
        private let sink: (UnsafeRawBufferPointer) throws -> Void
        private(set) var failure: TransportError?

        init(limit: Int, sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
            rest = limit
            self.limit = limit
            self.sink = sink
        }

        static let callback: ccurl_write_callback = { bytes, _, count, context in
            guard let context else { return 0 }
            let receiver = Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue()
            return receiver.take(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
        }

        private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
            guard bytes.count <= rest else {
                failure = .bodyTooLarge(limit: limit)
                return false
            }
            rest -= bytes.count
            do { try sink(bytes) } catch { failure = .caller(error) }
            return failure == nil
        }
    }
}
