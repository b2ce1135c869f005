import CommandGrammar
import EngineAPI

extension Session {
    /// The platforms that `save` and `load` ask for, as the engine wants them.
    ///
    /// - Throws: `Failure` for one that is none, and for several on an engine below API 1.52.
    func platforms(_ list: CommaList) throws -> [String] {
        if list.values.count > 1 { try require(APIVersion(1, 52), for: "more than one --platform") }
        return try list.values.map { try Platform($0).json }
    }
}
