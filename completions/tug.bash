# bash completion for tug; what may follow a line is tug's own answer.
# A second name for tug completes too after: complete -F _tug NAME

_tug() {
    # bash breaks words at = and : too: they are put together again, up to the cursor.
    local rest=$COMP_LINE words=() part gap i offset=0
    for ((i = 0; i <= COMP_CWORD; i++)); do
        part=${COMP_WORDS[i]}
        gap=${rest%%[![:space:]]*}
        rest=${rest#"$gap"}
        rest=${rest#"$part"}
        offset=$((offset + ${#gap}))
        if ((i == COMP_CWORD)); then part=${part:0:COMP_POINT > offset ? COMP_POINT - offset : 0}; fi
        offset=$((offset + ${#part}))
        if ((i == 0)) || [[ -n $gap || -z $part ]]; then words+=("$part"); else words[-1]+=$part; fi
    done

    # What of the word at the cursor readline leaves as it is: all up to a quote, or up to the last break.
    local current=${words[-1]} kept=
    if [[ $current == *[\'\"]* ]]; then
        kept=${current%%[\'\"]*}
        current=$kept${current#*[\'\"]}
    elif [[ $current == *[=:]* ]]; then
        part=${current##*[$COMP_WORDBREAKS]}
        kept=${current%"$part"}
    fi
    words=("${words[@]//[\'\"\\]/}")

    local tug=tug lines candidate about width=0 directive
    if [[ ${COMP_WORDS[0]} == */* ]]; then tug=${COMP_WORDS[0]/#\~/$HOME}; fi
    unset 'words[-1]'
    mapfile -t lines < <("$tug" __complete "${words[@]:1}" "$current" 2>/dev/null)
    if ((${#lines[@]} == 0)); then return; fi
    directive=${lines[-1]#:}
    unset 'lines[-1]'

    # Descriptions stand beside the candidates where these are listed, and nowhere else.
    COMPREPLY=()
    for part in "${lines[@]}"; do
        candidate=${part%%$'\t'*}
        if ((${#candidate} > width)); then width=${#candidate}; fi
    done
    for part in "${lines[@]}"; do
        candidate=${part%%$'\t'*}
        about=
        if [[ $part == *$'\t'* ]]; then about=${part#*$'\t'}; fi
        if ((${#lines[@]} > 1 && (COMP_TYPE == 63 || COMP_TYPE == 33))) && [[ -n $about ]]; then
            printf -v candidate "%-${width}s  (%s)" "$candidate" "${about:0:COLUMNS > width + 10 ? COLUMNS - width - 6 : 40}"
        fi
        COMPREPLY+=("${candidate#"$kept"}")
    done
    if ((directive & 2)); then compopt -o nospace; fi
    if ((directive & 16)); then
        compopt -o filenames
        mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -d -- "$current")
    elif ((!(directive & 4))); then
        compopt -o filenames
        mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$current")
    fi
}

complete -F _tug tug
