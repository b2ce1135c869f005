@preconcurrency import Glibc
import Terminal

/// A program of the system at work for a command.
final class ChildProcess {
    private let process: pid_t
    private var status: Int32?

    /// Starts `words[0]`, looked up in `PATH`, with the other words as its arguments; no shell has a hand in it.
    ///
    /// - Parameters:
    ///   - descriptors: what becomes its descriptors 0, 1 and 2; nil for `/dev/null`.
    ///   - environment: set in addition to our own.
    ///   - isDetached: whether it stays out of reach of the keys that interrupt us.
    ///   - purpose: what it is needed for, said when there is no such program.
    init(
        _ words: [String], descriptors: [Int32?], environment: [String: String] = [:], isDetached: Bool = false,
        purpose: String
    ) throws(Failure) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in descriptors.enumerated() {
            if let descriptor {
                posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
            } else {
                posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
            }
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What this program ignores, others want to die of.
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGPIPE)
        sigaddset(&defaults, SIGXFSZ)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        let group = isDetached ? Int32(POSIX_SPAWN_SETPGROUP) : 0
        posix_spawnattr_setflags(&attributes, Int16(Int32(POSIX_SPAWN_SETSIGDEF) | group))

        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] =
            Self.inherited(without: environment.keys).map { strdup($0) }
            + environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var process: pid_t = 0
        let error = posix_spawnp(&process, words.first ?? "", &actions, &attributes, arguments, variables)
        self.process = process
        if error == ENOENT {
            throw Failure("\(purpose) needs the program \(words.first ?? ""), which is not installed")
        }
        if error != 0 { throw Failure("cannot run \(words.first ?? ""): \(SystemError.text(error))") }
        TerminalKeeper.endOnExit(process)
    }

    private static func inherited(without names: some Collection<String>) -> [String] {
        var all: [String] = []
        var next = environ
        while let variable = next.pointee {
            all.append(String(cString: variable))
            next += 1
        }
        return all.filter { variable in !names.contains { variable.hasPrefix($0 + "=") } }
    }

    /// Waits for the end; 0 means that all went well.
    @discardableResult
    func wait() -> Int32 {
        if let status { return status }
        let found = TerminalKeeper.wait(for: process)
        status = found
        return found
    }
}

/// The two ends of a pipe, neither of which other programs inherit.
struct PipeEnds {
    let reading: OpenFile
    let writing: OpenFile

    init() throws(Failure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Failure("cannot make a pipe: \(SystemError.text(errno))") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        reading = OpenFile(ends[0])
        writing = OpenFile(ends[1])
    }
}
