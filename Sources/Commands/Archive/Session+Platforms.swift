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

    /// The platform that `pull` and `import` ask for: the one typed, or the environment's, which an engine below API
    /// 1.32 would not heed.
    func platform(_ typed: String?) throws -> String? {
        if let typed { return typed }
        guard let usual = environment.nonEmpty("DOCKER_DEFAULT_PLATFORM") else { return nil }
        try require(APIVersion(1, 32), for: "DOCKER_DEFAULT_PLATFORM")
        return usual
    }
}
