/** Shells whose completion is written. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

const bash = `_govexport() {
  local IFS=$'\\n'
  COMPREPLY=($(govexport __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null | cut -f 1))
}
complete -o default -F _govexport govexport
`;

/** What asks the program for each word, by the shell. */
const scripts: Readonly<Record<(typeof shells)[number], string>> = {
  bash: `# Completion of govexport: source <(govexport completion bash)\n${bash}`,
  zsh: `#compdef govexport\nautoload -U +X bashcompinit && bashcompinit\n${bash}`,
  fish: `# Completion of govexport: govexport completion fish > ~/.config/fish/completions/govexport.fish
complete -c govexport -f -a '(govexport __complete (commandline -opc)[2..] (commandline -ct) 2> /dev/null)'
complete -c govexport -l output -s o -r -F
complete -c govexport -l dataset -r -F
`,
  powershell: `# Completion of govexport: govexport completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName govexport -ScriptBlock {
  param($begun, $line, $cursor)
  $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text })
  if ($begun -eq '') { $words += '""' }
  govexport __complete @words 2> $null | ForEach-Object {
    $word, $meaning = $_ -split "\`t", 2
    $shown = if ($meaning) { $meaning } else { $word }
    [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $shown)
  }
}
`,
};

/** A script with which a shell asks the program what may stand at a place of a line. */
export function completionScript(shell: (typeof shells)[number]): string {
  return scripts[shell];
}
