import JSON
import Terminal

/// One message of the stream that pull, push, load, import and build answer with.
struct EngineMessage {
    /// What a person is to see of it.
    let progress: ProgressMessage
    /// What a program is to see of it: `{"ID":…}` of a build, `{"Tag":…,"Digest":…}` of a push; nil without.
    let aux: JSONValue?
    /// The text of `error`, or of `errorDetail`, which end the stream; nil when all is well.
    let error: String?
    /// `errorDetail.code`: the exit status of a failed build step, 0 when not told.
    let errorCode: Int

    init(_ json: JSONValue) {
        progress = ProgressMessage(
            id: json.text("id"), status: json.text("status"), stream: json.text("stream"), from: json.text("from"),
            progress: json.text("progress"), detail: json["progressDetail"].flatMap(ProgressMessage.Detail.init(json:)))
        aux = json["aux"].flatMap { $0.isNull ? nil : $0 }
        let detail = json["errorDetail"]
        let words = [detail?.text("message") ?? "", json.text("error")].first { !$0.isEmpty }
        error = words ?? (detail?.kind == .object || json["error"]?.string != nil ? "the engine reports an error" : nil)
        errorCode = detail?.integer("code") ?? 0
    }
}

extension ProgressMessage.Detail {
    fileprivate init?(json: JSONValue) {
        guard json.kind == .object else { return nil }
        self.init(
            current: Int64(json.integer("current")), total: Int64(json.integer("total")),
            start: Int64(json.integer("start")), units: json.text("units"), hideCounts: json.flag("hidecounts"))
    }
}
