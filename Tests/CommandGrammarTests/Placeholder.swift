import Testing

@testable import CommandGrammar
