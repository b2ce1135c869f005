import CommandGrammar

struct CompletionFish: Action, Equatable {
    /// Taken for docker's sake: descriptions are shown where the shell has room for them.
    var noDescriptions = false

    static var command: Command {
        Command(
            "fish", "Print the completion script for fish", CompletionFish.self,
            examples: ["tug completion fish | source"],
            flags: [Flag("no-descriptions", \.noDescriptions, "Without effect", hidden: true)])
    }

    func run(_ session: Session) throws { try session.out.write(Self.script) }

    /// The same as `completions/tug.fish`.
    static let script = #"""
        # fish completion for tug; what may follow a line is tug's own answer.

        function __tug_complete
            set -l words (commandline -opc)
            set -l current (commandline -ct | string replace -ar '[\'"]' '')
            set -l lines (command tug __complete $words[2..] "$current" 2>/dev/null)
            if not set -q lines[1]
                return
            end
            set -l directive (string trim -l -c : -- $lines[-1])
            if set -q lines[2]
                printf '%s\n' $lines[..-2]
            end
            switch $directive
                case 16 18
                    __fish_complete_directories "$current" ''
                case 0 2
                    __fish_complete_path "$current"
            end
        end

        complete -c tug -f -a '(__tug_complete)'

        """#
}
