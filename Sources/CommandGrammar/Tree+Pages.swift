extension Tree {
    /// Every visible command with the way to it, the program's name first, groups before what they hold.
    public var everyCommand: [(path: [String], command: Command<Session>)] {
        var found: [(path: [String], command: Command<Session>)] = []
        func walk(_ commands: [Command<Session>], below path: [String]) {
            for command in commands.filter({ !$0.isHidden }).sorted(by: { $0.name < $1.name }) {
                found.append((path + [command.name], command))
                walk(command.subcommands ?? [], below: path + [command.name])
            }
        }
        walk(commands, below: [name])
        return found
    }

    /// The help of the whole tree in one text.
    public func reference(_ defaults: Globals, width: Int = 100) -> String {
        let help = Help(width: width)
        let pages = everyCommand.map {
            (title: $0.path.joined(separator: " "), text: help.page($0.command, path: $0.path.joined(separator: " ")))
        }
        return ([(title: name, text: help.overview(self, defaults: defaults))] + pages).map { page in
            "\(page.title)\n\(String(repeating: "=", count: page.title.count))\n\n\(page.text)"
        }.joined(separator: "\n\n")
    }
}
