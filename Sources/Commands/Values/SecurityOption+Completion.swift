import CommandGrammar

extension SecurityOption {
    static var completion: Completion? {
        .pairs([
            Completion.Pair("apparmor", "AppArmor profile", .words(["unconfined"])),
            Completion.Pair(
                "label", "SELinux label",
                .words([
                    "disable", Candidate("level:", isOpen: true), Candidate("role:", isOpen: true),
                    Candidate("type:", isOpen: true), Candidate("user:", isOpen: true),
                ])),
            Completion.Pair(noNewPrivileges, "No program gains privileges", nil),
            Completion.Pair(
                "seccomp", "Filter of system calls", .either([.words(["builtin", "unconfined"]), .files])),
            Completion.Pair("systempaths", "Paths hidden below /proc and /sys", .words(["unconfined"])),
            Completion.Pair("writable-cgroups", "Control groups can be changed", .words(["true", "false"])),
        ])
    }
}
