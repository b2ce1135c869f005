extension Formatter {
    /// Prints values by a format, as Go's `Printf` does.
    mutating func print(format: [UInt8], _ values: [TemplateValue]) {
        var scanner = VerbScanner(format: format, values: values)
        while scanner.index < format.count, failure == nil {
            let start = scanner.index
            while scanner.index < format.count, format[scanner.index] != UInt8(ascii: "%") { scanner.index += 1 }
            output += format[start..<scanner.index]
            guard scanner.index < format.count else { break }
            scanner.index += 1
            appendVerb(&scanner)
        }
        if failure == nil, !scanner.isReordered, scanner.next < values.count {
            flags = Flags()
            appendExtra(values[scanner.next...])
        }
    }

    private mutating func appendVerb(_ scanner: inout VerbScanner) {
        flags = Flags()
        scanner.startVerb()
        scanner.readFlags(&flags)
        scanner.readArgumentIndex()
        if scanner.skip("*") {
            flags.width = scanner.takeInteger()
            if flags.width == nil { output += "%!(BADWIDTH)".utf8 }
            if let width = flags.width, width < 0 {
                flags.width = -width
                flags.minus = true
                flags.zero = false
            }
        } else {
            flags.width = scanner.readNumber()
            if flags.width != nil, scanner.hasIndex { scanner.indexIsGood = false }
        }
        if scanner.skip(".") {
            if scanner.hasIndex { scanner.indexIsGood = false }
            scanner.readArgumentIndex()
            if scanner.skip("*") {
                let precision = scanner.takeInteger()
                flags.precision = precision.flatMap { $0 < 0 ? nil : $0 }
                if flags.precision == nil { output += "%!(BADPREC)".utf8 }
            } else {
                flags.precision = scanner.readNumber() ?? 0
            }
        }
        if !scanner.hasIndex { scanner.readArgumentIndex() }
        guard let verb = scanner.readVerb() else {
            output += "%!(NOVERB)".utf8
            return
        }
        appendArgument(verb, &scanner)
    }

    private mutating func appendArgument(_ verb: Unicode.Scalar, _ scanner: inout VerbScanner) {
        if verb == "%" {
            output.append(UInt8(ascii: "%"))
            return
        }
        guard scanner.indexIsGood else {
            output += "%!\(verb)(BADINDEX)".utf8
            return
        }
        guard let value = scanner.take() else {
            output += "%!\(verb)(MISSING)".utf8
            return
        }
        if verb == "v" {
            flags.isGoSyntax = flags.sharp
            flags.namesFields = flags.plus
            flags.sharp = false
            flags.plus = false
        }
        append(value, verb)
    }

    private mutating func appendExtra(_ values: ArraySlice<TemplateValue>) {
        output += "%!(EXTRA ".utf8
        for (index, value) in values.enumerated() {
            if index > 0 { output += ", ".utf8 }
            if value.isNull {
                output += "<nil>".utf8
            } else {
                output += "\(value.typeName)=".utf8
                append(value, "v")
            }
        }
        output.append(UInt8(ascii: ")"))
    }
}
