import CommandGrammar

/// The files that follow from the declarations: manual pages, the reference, the completion scripts.
public enum Manual {
    /// Paths from the top of the project, and what the files hold.
    public static var files: [(path: String, text: String)] {
        let tree = Root.tree
        let page = ManPage(version: "tug \(Version.number)", date: Version.date)
        let main = page.page(tree, defaults: GlobalOptions(), sections: sections)
        let pages = tree.everyCommand.map {
            (path: "man/\($0.path.joined(separator: "-")).1", text: page.page($0.command, path: $0.path))
        }
        return [(path: "man/tug.1", text: main)] + pages + [
            (path: "man/reference.txt", text: tree.reference(GlobalOptions())),
            (path: "completions/tug.bash", text: CompletionBash.script),
            (path: "completions/_tug", text: CompletionZsh.script),
            (path: "completions/tug.fish", text: CompletionFish.script),
            (path: "completions/tug.ps1", text: CompletionPowerShell.script),
        ]
    }
}
