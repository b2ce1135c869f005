/// What `eq`, `lt` and their relatives ask.
enum Comparison {
    private enum Kind {
        case bool, int, uint, float, complex, string, other
    }

    static func isEqual(
        _ left: TemplateValue, toAnyOf others: [TemplateValue]
    ) throws(TemplateFunction.Failure) -> Bool {
        if others.isEmpty { throw .init("missing argument for comparison") }
        for right in others where try isEqual(left, right) { return true }
        return false
    }

    private static func isEqual(
        _ left: TemplateValue, _ right: TemplateValue
    ) throws(TemplateFunction.Failure) -> Bool {
        switch (left, right) {
        case (.bool(let left), .bool(let right)): return left == right
        case (.float(let left), .float(let right)): return left == right
        case (.complex(let real, let imaginary), .complex(let otherReal, let otherImaginary)):
            return real == otherReal && imaginary == otherImaginary
        default: break
        }
        if let order = integerOrder(left, right) { return order == 0 }
        let (leftKind, rightKind) = (kind(left), kind(right))
        guard leftKind == rightKind else {
            if left.isNull || right.isNull { return false }
            throw incompatible(left, right)
        }
        if leftKind == .string { return left.textBytes == right.textBytes }
        return try isSame(left, right)
    }

    static func isLess(_ left: TemplateValue, _ right: TemplateValue) throws(TemplateFunction.Failure) -> Bool {
        let (leftKind, rightKind) = (kind(left), kind(right))
        if leftKind == .other || rightKind == .other { throw .init("invalid type for comparison") }
        if let order = integerOrder(left, right) { return order < 0 }
        guard leftKind == rightKind else { throw incompatible(left, right) }
        if case (.float(let left), .float(let right)) = (left, right) { return left < right }
        if let left = left.textBytes, let right = right.textBytes { return left.lexicographicallyPrecedes(right) }
        throw .init("invalid type for comparison")
    }

    static func isLessOrEqual(
        _ left: TemplateValue, _ right: TemplateValue
    ) throws(TemplateFunction.Failure) -> Bool {
        if try isLess(left, right) { return true }
        return try isEqual(left, right)
    }

    private static func kind(_ value: TemplateValue) -> Kind {
        switch value {
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .float: .float
        case .complex: .complex
        case .number, .string, .bytes: .string
        case .null, .list, .map, .object, .pointer, .nilPointer: .other
        }
    }

    /// Below, at or above zero for two integers of either sign.
    private static func integerOrder(_ left: TemplateValue, _ right: TemplateValue) -> Int? {
        func order<Number: Comparable>(_ left: Number, _ right: Number) -> Int {
            left < right ? -1 : left > right ? 1 : 0
        }
        switch (left, right) {
        case (.int(let left), .int(let right)): return order(left, right)
        case (.uint(let left, _), .uint(let right, _)): return order(left, right)
        case (.int(let left), .uint(let right, _)): return left < 0 ? -1 : order(left.magnitude, right)
        case (.uint(let left, _), .int(let right)): return right < 0 ? 1 : order(left, right.magnitude)
        default: return nil
        }
    }

    private static func isSame(_ left: TemplateValue, _ right: TemplateValue) throws(TemplateFunction.Failure) -> Bool {
        guard left.isNull || right.isNull || shape(left) == shape(right) else {
            throw .init(
                "non-comparable types \(text(left)): \(left.typeName), \(right.typeName): \(text(right))")
        }
        if isNil(left) || isNil(right) { return isNil(left) && isNil(right) }
        switch right {
        case .list, .map: throw .init("non-comparable type \(text(right)): \(right.typeName)")
        default: return text(left) == text(right)
        }
    }

    private static func shape(_ value: TemplateValue) -> Int {
        switch value {
        case .list: 1
        case .map: 2
        case .object: 3
        default: 4
        }
    }

    private static func isNil(_ value: TemplateValue) -> Bool {
        switch value {
        case .null, .nilPointer: true
        case .list(let list): list.isNil
        case .map(let map): map.isNil
        default: false
        }
    }

    private static func incompatible(_ left: TemplateValue, _ right: TemplateValue) -> TemplateFunction.Failure {
        .init("incompatible types for comparison: \(left.typeName) and \(right.typeName)")
    }

    private static func text(_ value: TemplateValue) -> String {
        var formatter = Formatter()
        formatter.print(format: Array("%s".utf8), [value])
        return String(decoding: formatter.output, as: UTF8.self)
    }
}
