import CommandGrammar

/// A name for the image that a build makes.
struct BuildTag: ListElement {
    let text: String

    init(parsing text: String) throws(ValueError) {
        do throws(Failure) {
            _ = try ImageReference(checking: text)
        } catch {
            throw ValueError(error.message)
        }
        self.text = text
    }
}
