/// What the words before the one at the cursor say, read without filling or refusing anything.
struct TypedWords {
    private(set) var flags: Set<String> = []
    /// The values given so far, by flag.
    private(set) var values: [String: [String]] = [:]
    private(set) var positionals: [String] = []
    /// The flag whose value the next word is.
    private(set) var pending: FlagSpec?
    /// Whether a word that begins with a dash is a flag no more.
    private(set) var areFlagsOver = false
    /// How many words were read: flags that stand before a command end at it.
    private(set) var count = 0

    init(_ words: ArraySlice<String>, specs: [FlagSpec], interspersed: Bool) {
        for word in words {
            count += 1
            if let spec = pending {
                values[spec.name, default: []].append(word)
                pending = nil
            } else if areFlagsOver || word.utf8.count < 2 || word.utf8.first != UInt8(ascii: "-") {
                positionals.append(word)
                if !interspersed { areFlagsOver = true }
            } else if word == "--" {
                areFlagsOver = true
            } else {
                read(FlagWord(word, among: specs))
            }
        }
    }

    private mutating func read(_ word: FlagWord) {
        flags.formUnion(word.bare.map(\.name))
        guard let spec = word.last else { return }
        flags.insert(spec.name)
        if let value = word.value {
            values[spec.name, default: []].append(value)
        } else {
            pending = spec
        }
    }
}

/// One word of flags: `--name`, `--name=value`, `-abc`, `-nvalue`.
struct FlagWord {
    /// The flags that stand in it without a value.
    private(set) var bare: [FlagSpec] = []
    /// The flag that takes a value, if one does.
    private(set) var last: FlagSpec?
    /// The value within the word, nil where it is the next one.
    private(set) var value: String?

    init(_ word: String, among specs: [FlagSpec]) {
        if word.hasPrefix("--") {
            let name = word.dropFirst(2).prefix { $0 != "=" }
            guard let spec = specs.first(where: { $0.name == name }) else { return }
            let rest = word.dropFirst(2 + name.count)
            take(spec, rest.isEmpty ? nil : String(rest.dropFirst()))
        } else {
            var letters = word.dropFirst()
            while let letter = letters.popFirst(), let spec = specs.first(where: { $0.short == letter }) {
                if letters.first == "=" {
                    take(spec, String(letters.dropFirst()))
                    return
                }
                take(spec, spec.bareValue == nil && !letters.isEmpty ? String(letters) : nil)
                if spec.bareValue == nil { return }
            }
        }
    }

    private mutating func take(_ spec: FlagSpec, _ text: String?) {
        if spec.bareValue != nil, text == nil {
            bare.append(spec)
        } else {
            last = spec
            value = text
        }
    }
}
