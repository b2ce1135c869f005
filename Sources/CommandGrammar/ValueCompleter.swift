/// Offers what may stand as a value, from its kind and the part of it that was typed.
struct ValueCompleter {
    let source: any CompletionSource

    /// - Parameter seen: the values given before, which are not offered again.
    func offer(_ completion: Completion, _ text: String, seen: [String] = []) -> Offer {
        switch completion {
        case .nothing, .commands: Offer()
        case .files: Offer(paths: .files)
        case .folders: Offer(paths: .folders)
        case .words(let words): Offer(words.filter { !seen.contains($0.word) })
        case .names(let kind): Offer(source.names(kind).filter { !seen.contains($0.word) })
        case .pairs(let pairs): offer(pairs, text, seen: seen)
        case .list(let element): offer(listOf: element, text)
        case .template(let words, let fields): template(words, fields, text)
        case .split(let mark, let first, let second): split(mark, first, second, text, seen: seen)
        case .either(let kinds): kinds.reduce(Offer()) { $0.and(offer($1, text, seen: seen)) }
        }
    }

    private func offer(_ pairs: [Completion.Pair], _ text: String, seen: [String]) -> Offer {
        guard let equals = text.firstIndex(of: "=") else {
            return Offer(
                pairs.map { pair in
                    pair.value == nil
                        ? Candidate(pair.key, pair.help) : Candidate(pair.key + "=", pair.help, isOpen: true)
                }.filter { !seen.contains($0.word) })
        }
        let key = String(text[..<equals])
        let start = key + "="
        guard let pair = pairs.first(where: { $0.key == key }), let value = pair.value else { return Offer() }
        let part = String(text[text.index(after: equals)...])
        let given = seen.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
        return offer(value, part, seen: given).behind(start, source: source, part)
    }

    private func offer(listOf element: Completion, _ text: String) -> Offer {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let part = parts.last ?? ""
        var element = element
        var seen = Array(parts.dropLast())
        if case .pairs(let pairs) = element {
            let keys = seen.map { String($0.prefix { $0 != "=" }) }
            element = .pairs(pairs.filter { !keys.contains($0.key) })
            seen = []
        }
        return offer(element, part, seen: seen).behind(String(text.dropLast(part.count)), source: source, part)
    }

    private func split(
        _ mark: Character, _ first: Completion, _ second: Completion, _ text: String, seen: [String]
    ) -> Offer {
        guard let place = text.firstIndex(of: mark) else { return offer(first, text, seen: seen) }
        let part = String(text[text.index(after: place)...])
        return offer(second, part).behind(String(text[...place]), source: source, part)
    }

    /// Fields are offered within `{{`, and the words in place of a template.
    private func template(_ words: [Candidate], _ fields: ([String]) -> [Candidate], _ text: String) -> Offer {
        let action = Self.openAction(text)
        guard let action else {
            let begins = text.isEmpty || text == "{" ? ["{{."] : []
            let start = text.hasSuffix("}}") || text.hasSuffix(" ") ? [text + "{{."] : begins
            return Offer(words + start.map { Candidate($0, "A field", isOpen: true) })
        }
        let token = action.reversed().prefix { $0 == "." || $0 == "_" || $0.isLetter || $0.isNumber }
        let path = String(token.reversed())
        guard path.hasPrefix(".") || path.isEmpty else { return Offer() }
        let start = String(text.dropLast(path.count))
        let steps = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let parents = Array(steps.dropFirst().dropLast())
        let stem = start + "." + parents.map { "\($0)." }.joined()
        let isPlain = !action.contains("(")
        return Offer(
            fields(parents).filter { !text.contains("{{.\($0.word)}}") }.map { field in
                let end = field.isOpen ? "." : isPlain ? "}}" : ""
                return Candidate(stem + field.word + end, field.description, isOpen: end != "}}")
            })
    }

    /// What stands behind the last `{{` that is not closed.
    private static func openAction(_ text: String) -> Substring? {
        var rest = text[...]
        var action: Substring?
        while let character = rest.popFirst() {
            if character == "{", rest.first == "{" {
                rest.removeFirst()
                action = rest
            } else if character == "}", rest.first == "}" {
                action = nil
            }
        }
        return action
    }
}
