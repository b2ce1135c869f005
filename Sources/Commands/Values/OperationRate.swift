import CommandGrammar
import JSON

/// `DEVICE:COUNT` of `--device-read-iops` and `--device-write-iops`, in operations a second.
struct OperationRate: ListElement {
    static var completion: Completion? { DevicePath.completion }

    let path: String
    let rate: UInt64

    init(parsing text: String) throws(ValueError) {
        let (path, value) = try DevicePath.split(text, wanted: "COUNT")
        guard let rate = UInt64(value) else { throw ValueError("\"\(value)\" is not a whole number") }
        self.path = path
        self.rate = rate
    }

    var json: JSONNode { ["Path": .string(path), "Rate": .uint(rate)] }
}
