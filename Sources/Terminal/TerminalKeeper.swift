import CTerminal
import Glibc

/// Changes the terminal and makes sure it is put back, and that half-made files are removed, on every way
/// out: return, `exit`, a deadly signal, a crash. A stop (Ctrl-Z) puts it back until the program goes on.
///
/// The state is the process's own, as the terminal is; one terminal at a time can be changed.
public enum TerminalKeeper {
    /// Keys arrive one by one and unread: no echo, no line editing, no signals from the keyboard, and
    /// output bytes unprocessed (termios(3), cfmakeraw).
    public static func enterRaw(_ fileDescriptor: Int32) throws {
        try check("set the terminal to raw mode", cterminal_enter_raw(fileDescriptor))
    }

    /// Typed characters are not shown; Ctrl-C keeps working.
    public static func hideEcho(_ fileDescriptor: Int32) throws {
        try check("hide what is typed", cterminal_hide_echo(fileDescriptor))
    }

    /// Puts the terminal back as the first change found it.
    public static func restore() {
        cterminal_restore()
    }

    /// The file is removed when the program ends in whatever way, unless `keep` is called before.
    ///
    /// Throws `SystemError` with EMFILE when 16 files are registered already.
    public static func removeOnExit(_ path: String) throws {
        try check("register \(path)", cterminal_remove_on_exit(path))
    }

    /// The file is complete, or removed already.
    public static func keep(_ path: String) {
        cterminal_keep(path)
    }

    /// What stands on stderr when a signal ends the program, at most 256 bytes; nil for nothing.
    public static func sayOnSignal(_ text: String?) {
        cterminal_say_on_signal(text ?? "")
    }

    /// A program at work for this one is told to end when this one does, in whatever way, so that nobody has to look
    /// for it.
    ///
    /// Beyond four of them, those that come last are left to themselves.
    public static func endOnExit(_ process: Int32) {
        _ = cterminal_end_on_exit(process)
    }

    /// Waits for the end of such a program and returns its status, as waitpid(2) tells it.
    public static func wait(for process: Int32) -> Int32 {
        // While it is not reaped nobody else has its number.
        var facts = siginfo_t()
        while waitid(P_PID, id_t(process), &facts, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        cterminal_forget(process)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private static func check(_ action: String, _ error: Int32) throws {
        if error != 0 { throw SystemError(action, error) }
    }
}
