extension StringProtocol {
    /// Without the spaces and tabs at both ends.
    var trimmingBlanks: SubSequence {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        let front = drop(while: isBlank)
        guard let last = front.lastIndex(where: { !isBlank($0) }) else { return front[front.endIndex...] }
        return front[...last]
    }
}
