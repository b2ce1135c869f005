import CommandGrammar

/// `KEY=VALUE` of `--sysctl`: only kernel parameters that belong to a namespace.
struct Sysctl: ListElement {
    let pair: KeyValue

    static var typeName: String { "map" }

    private static let names = [
        "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.sem", "kernel.shmall", "kernel.shmmax",
        "kernel.shmmni", "kernel.shm_rmid_forced",
    ]
    private static let families = ["net.", "fs.mqueue."]

    static var completion: Completion? {
        let common = ["net.core.somaxconn", "net.ipv4.ip_forward", "net.ipv4.ip_unprivileged_port_start"]
        let open = Candidate("fs.mqueue.", isOpen: true)
        return .either([.pairs((names + common).sorted().map { Completion.Pair($0) }), .words([open])])
    }

    init(parsing text: String) throws(ValueError) {
        pair = KeyValue(parsing: text)
        if pair.value == nil { throw ValueError("\"\(text)\" is not of the form KEY=VALUE") }
        let key = pair.key
        if !Self.names.contains(key), !Self.families.contains(where: key.hasPrefix) {
            throw ValueError("\(key.isEmpty ? "\"\(text)\"" : key) cannot be set for one container")
        }
    }
}
