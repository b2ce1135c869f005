/// Labels as one cell: `a=1,b=2`, sorted.
enum LabelsText {
    static func of(_ labels: [String: String]) -> String {
        labels.map { "\($0)=\($1)" }.sorted().joined(separator: ",")
    }
}
