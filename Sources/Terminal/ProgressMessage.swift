/// One message of the engine's progress stream (pull, push, load, build, import), already decoded.
///
/// All numbers are the engine's claims: negative or absurd ones are shown as well as can be.
public struct ProgressMessage: Equatable, Sendable {
    /// The `progressDetail` object.
    public struct Detail: Equatable, Sendable {
        public var current: Int64
        public var total: Int64
        /// Unix seconds of the beginning, 0 when not told.
        public var start: Int64
        /// Bytes when empty.
        public var units: String
        public var hideCounts: Bool

        public init(
            current: Int64 = 0, total: Int64 = 0, start: Int64 = 0, units: String = "", hideCounts: Bool = false
        ) {
            self.current = current
            self.total = total
            self.start = start
            self.units = units
            self.hideCounts = hideCounts
        }
    }

    public var id: String
    public var status: String
    /// Text printed as it is, without a newline of ours.
    public var stream: String
    public var from: String
    /// The ready-made `progress` text.
    public var progress: String
    public var detail: Detail?

    public init(
        id: String = "", status: String = "", stream: String = "", from: String = "", progress: String = "",
        detail: Detail? = nil
    ) {
        self.id = id
        self.status = status
        self.stream = stream
        self.from = from
        self.progress = progress
        self.detail = detail
    }
}
