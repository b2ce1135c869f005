import EngineAPI
import JSON

/// What the engine says at the end of a container.
struct ExitReport {
    /// As the container left it.
    let status: Int

    /// - Throws: `Failure` for a wait that failed, or an answer without a status.
    init(_ json: JSONValue, target: String) throws {
        if let message = json["Error"]?["Message"]?.string, !message.isEmpty { throw Failure(message) }
        guard let status = json["StatusCode"]?.int else {
            throw Failure("\(target) was answered without an exit status")
        }
        self.status = status
    }

    /// The status of our own process: a failure can never become a success because a byte is too small for it.
    static func code(_ status: Int) -> Int32 {
        let low = Int32(truncatingIfNeeded: status & 0xff)
        return low == 0 && status != 0 ? 1 : low
    }
}
