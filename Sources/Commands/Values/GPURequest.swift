import CommandGrammar
import JSON

/// `all`, `COUNT`, or `driver=,count=,device=,capabilities=,options=` of `--gpus`.
struct GPURequest: ListElement {
    var driver = ""
    /// -1 for all.
    var count = 0
    var deviceIDs: [String] = []
    var capabilities: [String] = []
    var options: [String: String] = [:]

    static var typeName: String { "gpu-request" }
    static var completion: Completion? { .words([Candidate("all", "Every one")]) }

    init(parsing text: String) throws(ValueError) {
        if text.isEmpty { throw ValueError("it names no graphics processor") }
        var seen: Set<String> = []
        for field in try CommaList.fields(text) {
            let pair = KeyValue(parsing: field)
            let (key, value) = pair.value.map { (pair.key, $0) } ?? ("count", pair.key)
            guard seen.insert(key).inserted else { throw ValueError("\(key) is given twice in \"\(text)\"") }
            try set(key, value)
        }
        if count == 0, deviceIDs.isEmpty { count = 1 }
    }

    private mutating func set(_ key: String, _ value: String) throws(ValueError) {
        switch key {
        case "driver": driver = value
        case "count": count = try Self.count(value)
        case "device": deviceIDs = Self.parts(value)
        case "capabilities": capabilities = Self.parts(value)
        case "options": options = Self.parts(value).map { KeyValue(parsing: $0) }.dictionary
        default: throw ValueError("\"\(key)\" is none of driver, count, device, capabilities, options")
        }
    }

    private static func count(_ text: String) throws(ValueError) -> Int {
        if text == "all" { return -1 }
        guard let count = Int(text) else { throw ValueError("\"\(text)\" is neither all nor a number") }
        return count
    }

    private static func parts(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }

    var json: JSONNode {
        [
            "Driver": .string(driver), "Count": .int(count),
            "DeviceIDs": deviceIDs.isEmpty ? .null : .strings(deviceIDs),
            "Capabilities": [.strings(capabilities + ["gpu"])], "Options": .map(options),
        ]
    }
}
