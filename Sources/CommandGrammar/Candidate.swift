/// One word that a shell may offer.
public struct Candidate: Equatable, Sendable {
    /// The whole word, the part typed so far included.
    public var word: String
    /// A few words that tell candidates apart; may be empty.
    public var description: String
    /// Whether more of the same word follows, so that no blank does.
    public var isOpen: Bool
    /// Another word for a candidate that is offered already, an alias or an id: offered only where what was typed
    /// begins no other.
    public var isAlternative: Bool

    public init(_ word: String, _ description: String = "", isOpen: Bool = false, isAlternative: Bool = false) {
        self.word = word
        self.description = description
        self.isOpen = isOpen
        self.isAlternative = isAlternative
    }
}

extension Candidate: ExpressibleByStringLiteral {
    public init(stringLiteral word: String) { self.init(word) }
}
