import CommandGrammar
import JSON

/// Limits of processes: `NAME=SOFT[:HARD]`, the last one of a name wins.
struct Ulimits: FlagValue, Equatable {
    struct Limit: Equatable {
        let soft: Int64
        let hard: Int64
    }

    var limits: [String: Limit] = [:]

    static var typeName: String { "ulimit" }
    static var isList: Bool { true }
    static var completion: Completion? {
        .pairs([
            Completion.Pair("core", "Size of core dumps"), Completion.Pair("cpu", "Seconds of processor time"),
            Completion.Pair("data", "Size of the data segment"), Completion.Pair("fsize", "Size of files"),
            Completion.Pair("locks", "Locks on files"), Completion.Pair("memlock", "Bytes locked into memory"),
            Completion.Pair("msgqueue", "Bytes in message queues"), Completion.Pair("nice", "Priority"),
            Completion.Pair("nofile", "Open files"), Completion.Pair("nproc", "Processes of the user"),
            Completion.Pair("rss", "Resident memory"), Completion.Pair("rtprio", "Priority in real time"),
            Completion.Pair("rttime", "Microseconds in real time"),
            Completion.Pair("sigpending", "Signals that wait"), Completion.Pair("stack", "Size of the stack"),
        ])
    }

    private static let names = [
        "core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc", "rss", "rtprio",
        "rttime", "sigpending", "stack",
    ]

    mutating func take(_ text: String) throws(ValueError) {
        let pair = KeyValue(parsing: text)
        let numbers = pair.value?.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) } ?? []
        guard (1...2).contains(numbers.count), let soft = numbers.first ?? nil, let hard = numbers.last ?? nil else {
            throw ValueError("\"\(text)\" is not of the form NAME=SOFT[:HARD]")
        }
        guard Self.names.contains(pair.key) else {
            throw ValueError("\"\(pair.key)\" is no limit (valid: \(Self.names.joined(separator: ", ")))")
        }
        if hard != -1, soft == -1 || soft > hard {
            throw ValueError("the soft limit of \"\(text)\" is above the hard one")
        }
        limits[pair.key] = Limit(soft: soft, hard: hard)
    }

    /// In the order of the names.
    var json: JSONNode {
        .array(
            limits.sorted { $0.key < $1.key }.map { name, limit in
                ["Name": .string(name), "Hard": .int(Int(limit.hard)), "Soft": .int(Int(limit.soft))]
            })
    }
}
