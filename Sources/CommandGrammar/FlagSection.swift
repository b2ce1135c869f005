/// Flags under one heading of a help or man page, sorted by name.
struct FlagSection {
    let heading: String
    let flags: [(spec: FlagSpec, initial: String)]
}

extension Signature {
    /// The visible flags: under their headings where there are many, else under one.
    var sections: [FlagSection] {
        let visible = zip(flags, defaults).map { (spec: $0, initial: $1) }.filter { !$0.spec.isHidden }
        let sorted = visible.sorted { $0.spec.name < $1.spec.name }
        if visible.count <= Help.groupingLimit { return [FlagSection(heading: "Options", flags: sorted)] }
        var headings: [String?] = [nil]
        for flag in visible where !headings.contains(flag.spec.group) { headings.append(flag.spec.group) }
        return headings.map { heading in
            FlagSection(heading: heading ?? "Options", flags: sorted.filter { $0.spec.group == heading })
        }.filter { !$0.flags.isEmpty }
    }

    /// As the first line of help writes it: `tug container ls [OPTIONS]`.
    func usage(_ path: String) -> String {
        let options = flags.contains { !$0.isHidden } ? ["[OPTIONS]"] : []
        return ([path] + options + arguments.map(\.usage)).joined(separator: " ")
    }
}

extension FlagSpec {
    /// As lists of flags show it: `-f, --filter filter`.
    var words: String {
        let letter = short.map { "-\($0), " } ?? "    "
        return letter + spelling + (bareValue == nil ? " \(valueName)" : "")
    }

    /// What there is to know beside the help text, but for the API version.
    func notes(_ initial: String) -> [String] {
        var notes: [String] = []
        if !initial.isEmpty, typeName != "bool" || initial == "true" { notes.append("default \(initial)") }
        if let onlyOn { notes.append("\(onlyOn) engines only") }
        if let deprecated { notes.append("old: \(deprecated)") }
        return notes
    }
}
