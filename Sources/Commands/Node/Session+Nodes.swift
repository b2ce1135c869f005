import CommandGrammar
import EngineAPI

extension Session {
    /// A node's name as the engine knows it: `self` becomes the id of the engine's own node.
    func nodeReference(_ name: String) throws -> String {
        if name != "self" { return name }
        let id = try engine.json(.info).root["Swarm"]?.text("NodeID") ?? ""
        if !id.isEmpty { return id }
        // An engine that is in no swarm says so when it is asked for nodes.
        try engine.perform(.listNodes())
        throw Failure("the engine does not tell which node it is")
    }
}

extension Candidate {
    static let selfNode = Candidate("self", "The node of the engine that is asked")
}
