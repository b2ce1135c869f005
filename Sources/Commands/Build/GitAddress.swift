/// A git repository as a build context: where it is, what to check out, which folder of it.
struct GitAddress: Equatable {
    let repository: String
    /// A branch, tag or commit; nil takes what the repository offers.
    let reference: String?
    /// Below the repository's root; nil for all of it.
    let folder: String?

    /// nil for what does not look like a repository: `git@…`, `git://…`, `ssh://…`, `github.com/…`, and web
    /// addresses that end in `.git`, each with an optional `#reference:folder`.
    init?(_ text: String) {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let address = String(parts[0])
        let isWeb = address.hasPrefix("http://") || address.hasPrefix("https://")
        let isGit = ["git@", "git://", "ssh://", "github.com/"].contains { address.hasPrefix($0) }
        guard isGit || isWeb && address.hasSuffix(".git") else { return nil }
        repository = address.hasPrefix("github.com/") ? "https://" + address : address
        let fragment = parts.count > 1 ? parts[1] : ""
        let pieces = fragment.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        reference = pieces.first.flatMap { $0.isEmpty ? nil : $0 }
        folder = pieces.count > 1 && !pieces[1].isEmpty ? pieces[1] : nil
    }
}
