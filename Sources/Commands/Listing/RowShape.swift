/// What all rows of a listing have in common.
final class RowShape {
    let typeName: String
    let fieldNames: [String]
    let hasLabels: Bool
    /// The places of the fields that JSON has, in the order of their names.
    let sorted: [Int]

    init(typeName: String, fieldNames: [String], isInJSON: [Bool], hasLabels: Bool) {
        self.typeName = typeName
        self.fieldNames = fieldNames
        self.hasLabels = hasLabels
        sorted = fieldNames.indices.filter { isInJSON[$0] }.sorted { fieldNames[$0] < fieldNames[$1] }
    }
}
