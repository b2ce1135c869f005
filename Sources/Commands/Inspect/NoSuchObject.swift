/// A name that no object of any kind has. Scripts match on the words, which are the same for every engine.
struct NoSuchObject: Error, Equatable, CustomStringConvertible {
    let name: String

    var description: String { "Error: No such object: \(name)" }
}
