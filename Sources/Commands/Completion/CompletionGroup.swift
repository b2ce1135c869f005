import CommandGrammar

enum CompletionGroup {
    static var commands: [Command] {
        [CompletionBash.command, CompletionFish.command, CompletionPowerShell.command, CompletionZsh.command]
    }
}
