/// The order of texts in which runs of digits count as numbers: `9/tcp` before `80/tcp`. Digits come before all
/// else, and of equal numbers the one with fewer zeros in front.
enum NaturalOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        var left = left.utf8[...]
        var right = right.utf8[...]
        while let a = left.first, let b = right.first {
            if a.isDigit, b.isDigit {
                let (one, other) = (number(&left), number(&right))
                if one.digits.count != other.digits.count { return one.digits.count < other.digits.count }
                if !one.digits.elementsEqual(other.digits) {
                    return one.digits.lexicographicallyPrecedes(other.digits)
                }
                if one.zeros != other.zeros { return one.zeros < other.zeros }
            } else if a.isDigit != b.isDigit {
                return a.isDigit
            } else {
                if a != b { return a < b }
                left.removeFirst()
                right.removeFirst()
            }
        }
        return left.isEmpty && !right.isEmpty
    }

    /// Takes a run of digits; what comes back is the digits behind the zeros in front, and how many those are.
    private static func number(_ rest: inout Substring.UTF8View) -> (digits: Substring.UTF8View, zeros: Int) {
        let run = rest.prefix(while: \.isDigit)
        rest = rest[run.endIndex...]
        let digits = run.drop { $0 == UInt8(ascii: "0") }
        return (digits, run.count - digits.count)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
