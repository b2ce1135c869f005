import CommandGrammar

/// One of the streams that `--attach` names.
enum AttachedStream: String, ListElement {
    case stdin, stdout, stderr

    static var completion: Completion? { .words(["stdin", "stdout", "stderr"]) }

    init(parsing text: String) throws(ValueError) {
        guard let stream = AttachedStream(rawValue: text.lowercased()) else {
            throw ValueError("\"\(text)\" is none of stdin, stdout, stderr")
        }
        self = stream
    }
}
