import CTerminal
import Glibc

/// What has to be right about descriptors 0, 1 and 2 before anything is opened.
public enum StandardStreams {
    /// A stream the caller closed becomes /dev/null, so that no socket or file gets its number.
    ///
    /// It is opened for reading only: the first write to a closed stdout then fails instead of vanishing.
    public static func openMissing() {
        cterminal_open_missing()
    }

    /// A write beyond `ulimit -f` becomes an error (EFBIG) instead of a deadly signal.
    public static func reportFileSizeLimit() {
        _ = cterminal_ignore_signal(SIGXFSZ)
    }
}
