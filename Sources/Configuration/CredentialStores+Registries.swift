import JSON

extension CredentialStores {
    /// The value of `X-Registry-Config`: the credentials of all registries that the configuration names, as a build
    /// may pull from any of them; nil without any.
    ///
    /// - Parameters:
    ///   - isWrapped: puts them into `configs`, where an engine of API 1.18 looks for them.
    ///   - complain: told of credentials that cannot be had.
    public func registriesHeader(isWrapped: Bool, complain: (String) -> Void) -> String? {
        var members: [JSONMember] = []
        for key in keys where !members.contains(where: { $0.key == key }) {
            do throws(CredentialError) {
                if let found = try credentials(for: key) { members.append(JSONMember(key, found.json)) }
            } catch {
                complain("\(error); going on without the credentials of \(key)")
            }
        }
        if members.isEmpty { return nil }
        let servers = JSONNode.object(members)
        let whole = isWrapped ? JSONNode.object([JSONMember("configs", servers)]) : servers
        return Base64.urlSafe(whole.bytes)
    }
}
