extension StringProtocol {
    /// The candidate that this word is most likely a misspelling of, nil when none is near.
    public func nearest(among candidates: [String]) -> String? {
        let limit = Swift.max(1, utf8.count / 3)
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let distance = candidate.hasPrefix(self) && utf8.count > 1 ? 1 : editDistance(to: candidate)
            if distance <= limit, distance < best?.distance ?? Int.max {
                best = (candidate, distance)
            }
        }
        return best?.word
    }

    /// How many letters must be put in, taken out, changed or swapped with their neighbour.
    func editDistance(to other: String) -> Int {
        let from = Array(utf8.prefix(64))
        let to = Array(other.utf8.prefix(64))
        var beforeLast: [Int] = []
        var last = Array(0...to.count)
        for (row, letter) in from.enumerated() {
            var current = [row + 1]
            for (column, target) in to.enumerated() {
                var cost = Swift.min(
                    last[column] + (letter == target ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == to[column - 1], from[row - 1] == target {
                    cost = Swift.min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[to.count]
    }
}
