import CommandGrammar
import JSON

/// `DEVICE:BYTES` of `--device-read-bps` and `--device-write-bps`, in bytes a second.
struct ByteRate: ListElement {
    static var completion: Completion? { DevicePath.completion }

    let path: String
    let rate: Int64

    init(parsing text: String) throws(ValueError) {
        let (path, value) = try DevicePath.split(text, wanted: "BYTES")
        self.path = path
        var amount = ByteCount()
        try amount.take(value)
        rate = amount.bytes
    }

    var json: JSONNode { ["Path": .string(path), "Rate": .int(Int(rate))] }
}
