/// The names of Linux signals, as the engine takes them: without `SIG`.
public enum SignalName {
    private static let names = [
        "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
        "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF",
        "WINCH", "IO", "PWR", "SYS",
    ]
    private static let otherNames: [String: Int32] = ["IOT": 6, "CLD": 17, "POLL": 29, "UNUSED": 31]
    private static let realTime: ClosedRange<Int32> = 34...64

    /// The names of the numbers 1 to 31, sorted.
    public static var all: [String] { names.sorted() }

    /// Signals a program can catch and pass on: all but KILL and STOP.
    public static let catchable: [Int32] = (Int32(1)...31).filter { $0 != 9 && $0 != 19 }

    /// Nil for a number that is no signal, and for the two real-time signals glibc keeps for itself.
    public static func name(of number: Int32) -> String? {
        if number >= 1, number <= names.count { return names[Int(number) - 1] }
        guard realTime.contains(number) else { return nil }
        switch number - realTime.lowerBound {
        case 0: return "RTMIN"
        case let above where above <= 15: return "RTMIN+\(above)"
        default: return number == realTime.upperBound ? "RTMAX" : "RTMAX-\(realTime.upperBound - number)"
        }
    }

    /// Reads `SIGTERM`, `term` and `15`; nil for anything else.
    public static func number(of text: String) -> Int32? {
        if let number = Int32(text) { return (1...64).contains(number) ? number : nil }
        let upper = text.uppercased()
        let name = upper.hasPrefix("SIG") ? String(upper.dropFirst(3)) : upper
        if let index = names.firstIndex(of: name) { return Int32(index) + 1 }
        if let number = otherNames[name] { return number }
        return realTime.first { number in
            self.name(of: number) == name || "RTMAX-\(realTime.upperBound - number)" == name
                || "RTMIN+\(number - realTime.lowerBound)" == name
        }
    }
}
