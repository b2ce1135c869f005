import CommandGrammar
import EngineAPI
import JSON

struct VolumeCreate: Action, Equatable {
    var cluster = ClusterVolumeOptions()
    var driver = "local"
    var labels = ListOf<Label>()
    var namedByFlag = ""
    var options = ListOf<OptionPair>()
    var name: String?

    static var command: Command {
        Command(
            "create", "Make a volume", since: "1.21", VolumeCreate.self,
            examples: ["tug volume create data", "tug volume create --opt type=tmpfs --opt device=tmpfs scratch"],
            flags: ClusterVolumeOptions.flags.at(\.cluster) + [
                Flag("driver", short: "d", \.driver, "Driver of the volume", completing: .words(["local"])),
                Flag("label", \.labels, "Label of the volume: KEY=VALUE", since: "1.23"),
                Flag("name", \.namedByFlag, "Name of the volume", hidden: true),
                Flag("opt", short: "o", \.options, "Option of the driver: KEY=VALUE", completing: .localVolumeOptions),
            ],
            arguments: [Argument(optional: "VOLUME", \.name) { _ in .nothing }])
    }

    func run(_ session: Session) throws {
        if name != nil, !namedByFlag.isEmpty { throw Failure("the name is given twice: by --name and as an argument") }
        var body: JSONNode = [
            "Name": .string(name ?? namedByFlag), "Driver": .string(driver), "DriverOpts": .map(options.dictionary),
            "Labels": .map(labels.values.map(\.pair).dictionary),
        ]
        body["ClusterVolumeSpec"] = try cluster.spec()
        let made = try session.engine.json(.createVolume(body)).root
        try session.out.writeLine(session.out.escaped(made.text("Name"), as: .cell))
    }
}
