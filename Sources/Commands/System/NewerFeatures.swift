import CommandGrammar
import EngineAPI

/// What this program can do and an engine of some API version is too old for, as the commands declare it.
struct NewerFeatures {
    /// Groups, and commands of other groups: `network`, `container update`.
    private(set) var commands: [String] = []
    /// Flags of the commands that are left: `image build` with `--build-arg`.
    private(set) var flags: [(command: String, names: [String])] = []

    init(than version: APIVersion) {
        let isNewer = { (since: String?) in since.flatMap { APIVersion($0) }.map { $0 > version } ?? false }
        for group in Root.tree.commands where !group.isHidden {
            guard let members = group.subcommands else { continue }
            if isNewer(group.since) {
                commands.append(group.name)
                continue
            }
            for command in members where !command.isHidden {
                if isNewer(command.since) {
                    commands.append("\(group.name) \(command.name)")
                } else {
                    let flags = command.signature?.flags ?? []
                    let names = flags.filter { !$0.isHidden && isNewer($0.since) }.map(\.spelling)
                    if !names.isEmpty { self.flags.append(("\(group.name) \(command.name)", names)) }
                }
            }
        }
    }
}
