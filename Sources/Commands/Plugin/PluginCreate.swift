import CommandGrammar
import EngineAPI
import Glibc
import JSON
import Transport

struct PluginCreate: Action, Equatable {
    /// Docker packs the archive then, which its engines refuse: they read a plain one only.
    var compress = false
    var plugin = ""
    var folder = ""
    /// Docker takes more words and pays no attention to them.
    var rest: [String] = []

    static var command: Command {
        Command(
            "create", "Make a plugin of a folder with config.json and rootfs", since: "1.25", PluginCreate.self,
            flags: [Flag("compress", \.compress, "Kept for old command lines")],
            arguments: [
                Argument("PLUGIN", \.plugin) { _ in .nothing }, Argument("PLUGIN-DATA-DIR", \.folder),
                Argument("WORD", all: \.rest),
            ])
    }

    func run(_ session: Session) throws {
        _ = try ImageReference(checking: plugin)
        let root = try RealPath.of(folder)
        try check(root)
        let files = try ContextFolder(root: root, rules: .none, warn: session.warn)
        do {
            try session.engine.perform(.createPlugin(plugin, archive: TarArchive(next: files.next).read))
        } catch TransportError.caller(let error) {
            throw error
        }
        try session.out.writeLine(plugin)
    }

    /// What the engine would refuse after everything was sent is refused here.
    private func check(_ root: String) throws {
        let path = "\(root)/config.json"
        do {
            _ = try JSONDocument(FileContents.read(path, status: 1))
        } catch let error as JSONError {
            throw Failure("\(path) is no JSON: \(error)")
        }
        var facts = stat()
        guard stat("\(root)/rootfs", &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
            throw Failure("\(root)/rootfs is no folder: it must hold the plugin's files")
        }
    }
}
