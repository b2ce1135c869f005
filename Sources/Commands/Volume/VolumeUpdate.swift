import CommandGrammar
import EngineAPI
import JSON

struct VolumeUpdate: Action, Equatable {
    var availability = Defaulted(VolumeAvailability())
    var volume = ""

    static var command: Command {
        Command(
            "update", "Change a volume of the swarm", since: "1.42", VolumeUpdate.self,
            flags: [
                Flag("availability", \.availability, "Whether it may be used: active, pause or drain", since: "1.42")
            ],
            arguments: [Argument("VOLUME", \.volume)])
    }

    func run(_ session: Session) throws {
        let found = try session.engine.json(.inspect(.volume, volume)).root
        guard let cluster = found["ClusterVolume"], cluster.kind == .object else {
            throw Failure("\(volume) is a volume of one engine: only those of the swarm can be changed")
        }
        var spec = cluster["Spec"].map { JSONNode($0) } ?? [:]
        if let chosen = availability.typed { spec["Availability"] = .string(chosen.name) }
        let version = cluster["Version"]?.integer("Index") ?? 0
        try session.engine.perform(.updateVolume(volume, version: version, spec: spec))
    }
}
