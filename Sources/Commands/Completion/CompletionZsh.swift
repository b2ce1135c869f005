import CommandGrammar

struct CompletionZsh: Action, Equatable {
    /// Taken for docker's sake: descriptions are shown where the shell has room for them.
    var noDescriptions = false

    static var command: Command {
        Command(
            "zsh", "Print the completion script for zsh", CompletionZsh.self,
            examples: ["source <(tug completion zsh)"],
            flags: [Flag("no-descriptions", \.noDescriptions, "Without effect", hidden: true)])
    }

    func run(_ session: Session) throws { try session.out.write(Self.script) }

    /// The same as `completions/_tug`.
    static let script = #"""
        #compdef tug
        # zsh completion for tug; what may follow a line is tug's own answer.

        _tug() {
            local -a lines offers space
            local line word about directive result=1
            lines=("${(@f)$(tug __complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
            directive=${lines[-1]#:}
            [[ $directive == <-> ]] || return 1
            lines=("${(@)lines[1,-2]}")
            for line in "${lines[@]}"; do
                word=${line%%$'\t'*}
                about=
                [[ $line == *$'\t'* ]] && about=${line#*$'\t'}
                offers+=("${word//:/\\:}${about:+:$about}")
            done
            ((directive & 2)) && space=(-S '')
            if ((${#offers})); then
                _describe -V -t tug tug offers "${space[@]}" && result=0
            fi
            if ((directive & 16)); then
                _files -/ && result=0
            elif ((!(directive & 4))); then
                _files && result=0
            fi
            return result
        }

        if [[ ${funcstack[1]} == _tug ]]; then _tug "$@"; else compdef _tug tug; fi

        """#
}
