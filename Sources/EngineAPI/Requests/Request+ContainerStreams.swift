import JSON

/// The streams of a container that a client connects to.
public struct StreamSelection: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let input = StreamSelection(rawValue: 1)
    public static let output = StreamSelection(rawValue: 2)
    public static let error = StreamSelection(rawValue: 4)
}

extension Request {
    /// `POST /containers/NAME/attach`, for `Engine.hijack`.
    ///
    /// - Parameter detachKeys: as the user spells them; sent from API 1.22 on.
    /// - Throws: `NameError`, as all that follow.
    public static func attachContainer(
        _ name: String, _ streams: StreamSelection, detachKeys: String? = nil
    ) throws -> Request {
        Request(.post, "containers", try PathSegment(name: name), "attach")
            .adding("stream", "1")
            .adding("stdin", if: streams.contains(.input))
            .adding("stdout", if: streams.contains(.output))
            .adding("stderr", if: streams.contains(.error))
            .adding("detachKeys", detachKeys)
            .header("Content-Type", "text/plain")
    }

    /// `POST /containers/NAME/start`, always without a body.
    public static func startContainer(
        _ name: String, detachKeys: String? = nil, checkpoint: String? = nil, checkpointFolder: String? = nil
    ) throws -> Request {
        Request(.post, "containers", try PathSegment(name: name), "start")
            .adding("checkpoint", checkpoint)
            .adding("checkpoint-dir", checkpointFolder)
            .adding("detachKeys", detachKeys)
    }

    /// What a wait waits for, from API 1.30 on.
    public enum WaitCondition: String, Sendable {
        case notRunning = "not-running"
        case nextExit = "next-exit"
        case removed
    }

    /// `POST /containers/NAME/wait`.
    public static func waitForContainer(_ name: String, _ condition: WaitCondition? = nil) throws -> Request {
        Request(.post, "containers", try PathSegment(name: name), "wait").adding("condition", condition?.rawValue)
    }

    /// `POST /containers/NAME/resize`, in characters.
    public static func resizeContainer(_ name: String, rows: Int, columns: Int) throws -> Request {
        Request(.post, "containers", try PathSegment(name: name), "resize")
            .adding("h", String(rows))
            .adding("w", String(columns))
    }

    /// `GET /containers/NAME/logs`.
    ///
    /// - Parameters:
    ///   - since, until: seconds and nanoseconds since 1970, `1700000000.000000001`.
    ///   - tail: a number of lines, or `all`.
    public static func containerLogs(
        _ name: String, follow: Bool = false, since: String? = nil, until: String? = nil, timestamps: Bool = false,
        details: Bool = false, tail: String? = nil
    ) throws -> Request {
        Request(.get, "containers", try PathSegment(name: name), "logs")
            .adding("details", if: details)
            .adding("follow", if: follow)
            .adding("since", since)
            .adding("stderr", "1")
            .adding("stdout", "1")
            .adding("tail", tail)
            .adding("timestamps", if: timestamps)
            .adding("until", until)
    }

    /// `GET /events` about one container, for engines whose wait cannot be opened before the start (1.22 to 1.29).
    ///
    /// - Parameter filters: the wire form.
    public static func containerEvents(filters: String) -> Request {
        Request(.get, "events").adding("filters", filters)
    }
}
