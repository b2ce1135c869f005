extension ExitStatus {
    /// The end of attach and exec by the detach keys.
    static func detached(_ session: Session, _ pump: StreamPump) -> Self {
        pump.end()
        session.say("read escape sequence: detached")
        return Self(code: 1)
    }
}
