import CommandGrammar
import JSON

/// `DEVICE:WEIGHT` of `--blkio-weight-device`.
struct WeightedDevice: ListElement {
    static var completion: Completion? { DevicePath.completion }

    let path: String
    let weight: Int

    init(parsing text: String) throws(ValueError) {
        let (path, value) = try DevicePath.split(text, wanted: "WEIGHT")
        guard let weight = UInt16(value), weight == 0 || (10...1000).contains(weight) else {
            throw ValueError("the weight \"\(value)\" is neither 0 nor within 10 to 1000")
        }
        self.path = path
        self.weight = Int(weight)
    }

    var json: JSONNode { ["Path": .string(path), "Weight": .int(weight)] }
}
