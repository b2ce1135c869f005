/// The pieces dates are printed with.
enum DateText {
    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

    static func day(_ date: CivilDate) -> String {
        "\(Digits.padded(date.year, 4))-\(two(date.month))-\(two(date.day))"
    }

    static func time(_ date: CivilDate) -> String {
        "\(two(date.hour)):\(two(date.minute)):\(two(date.second))"
    }

    /// `+02:00` or `+0200`.
    static func offset(_ seconds: Int, separator: String) -> String {
        let minutes = seconds.magnitude / 60
        return "\(seconds < 0 ? "-" : "+")\(two(Int(minutes / 60)))\(separator)\(two(Int(minutes % 60)))"
    }

    /// `.5`, or nothing for a whole second.
    static func fraction(_ nanoseconds: Int32) -> String {
        if nanoseconds == 0 { return "" }
        var digits = Digits.padded(Int64(nanoseconds), 9)
        while digits.last == "0" { digits.removeLast() }
        return "." + digits
    }

    private static func two(_ number: Int) -> String { Digits.padded(Int64(number), 2) }
}
