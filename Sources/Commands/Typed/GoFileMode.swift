import GoTemplate

/// The permissions of a file as Go prints them: `-r--r--r--`; `json` writes the number.
struct GoFileMode: TemplateObject {
    static let typeName = "fs.FileMode"

    let bits: UInt64

    var typeName: String { Self.typeName }
    var fieldNames: [String] { [] }
    var jsonText: TemplateValue? { .uint(bits, bits: 32) }

    var printedText: String? {
        let letters = Array("rwxrwxrwx").enumerated().map { place, letter in
            bits >> UInt64(8 - place) & 1 == 1 ? letter : "-"
        }
        return "-" + String(letters)
    }

    func field(_ name: String) -> TemplateValue? { name == "String" ? .string(printedText ?? "") : nil }
}
