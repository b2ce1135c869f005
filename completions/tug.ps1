# PowerShell completion for tug; what may follow a line is tug's own answer.

Register-ArgumentCompleter -Native -CommandName tug -ScriptBlock {
    param($current, $line, $cursor)
    $words = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } |
        ForEach-Object { $_.Extent.Text -replace '["'']', '' })
    $last = $current -replace '["'']', ''
    # Older versions drop an empty word on its way to a program.
    if ($last -eq '' -and $PSVersionTable.PSVersion -lt [version]'7.3') { $last = '""' }
    $answer = @(tug __complete @words $last 2>$null)
    if ($answer.Count -eq 0) { return }
    $directive = [int]$answer[-1].TrimStart(':')
    foreach ($text in $answer | Select-Object -SkipLast 1) {
        $word, $about = $text -split "`t", 2
        if (-not $about) { $about = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
    }
    # Without any answer PowerShell offers files: an empty one keeps it from that.
    if ($answer.Count -eq 1 -and $directive -band 4) { '' }
}
