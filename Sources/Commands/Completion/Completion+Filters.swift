import CommandGrammar
import Filters

extension Completion {
    /// The keys of a listing's filters with their values.
    ///
    /// - Parameter kind: what the listing lists, for the keys that name one of its own.
    static func filters(_ rules: FilterRules, of kind: NameKind? = nil) -> Completion {
        .pairs(rules.keys.map { Pair($0.name, "", value($0, of: kind)) })
    }

    private static func value(_ key: FilterKey, of kind: NameKind?) -> Completion {
        switch key.value {
        case .boolean: return .words(["true", "false"])
        case .words(let words, _): return .words(words.map { Candidate($0.text) })
        case .free, .integer, .port: break
        }
        switch key.name {
        case "before", "id", "name", "names", "reference", "since": return kind.map { .names($0) } ?? .nothing
        case "ancestor", "image": return .names(.images)
        case "config": return .names(.configs)
        case "container": return .names(.containers)
        case "network": return .names(.networks)
        case "node": return .names(.nodes)
        case "plugin": return .names(.plugins)
        case "secret": return .names(.secrets)
        case "service": return .names(.services)
        case "volume": return .names(.volumes)
        default: return .nothing
        }
    }
}
