import Glibc
import Terminal

/// A folder that is gone when this process is, however that ends.
///
/// A child waits for the end of a pipe that only this process holds open, and removes the folder then: this works
/// where a signal leaves no time for anything.
final class TemporaryFolder {
    let path: String
    private var lifeline: OpenFile?
    private var sweeper: ChildProcess?

    /// - Parameter parent: the folder to make it in.
    init(in parent: String) throws {
        let pipe = try PipeEnds()
        var template = Array("\(parent)/tug-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw Failure("cannot make a temporary folder in \(parent): \(SystemError.text(errno))")
        }
        path = String(cString: made)
        do {
            sweeper = try ChildProcess(
                ["/bin/sh", "-c", "read _; rm -rf -- \"$1\"", "sh", path],
                descriptors: [pipe.reading.descriptor, nil, nil], isDetached: true, purpose: "a temporary folder")
        } catch {
            rmdir(path)
            throw error
        }
        lifeline = pipe.writing
    }

    /// Removes the folder and waits until it is gone.
    func remove() {
        lifeline?.close()
        sweeper?.wait()
    }

    deinit { remove() }
}
