import type { InputField } from '@govexport/router';
import type { Command } from '../command-kinds.ts';
import { flagOf, optionsOf } from '../commands.ts';
import { colourChoices, formats, globalOptions } from '../global-options.ts';

/** Shells whose completion is written. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** What may follow the words of a command. */
interface Completed {
  /** Words of the command, such as `programs list`. */
  readonly name: string;
  readonly title: string;
  readonly options: readonly { readonly flag: string; readonly values: readonly string[] }[];
}

/** A script that completes commands, their options and the values of those, for one shell. */
export function completionScript(shell: (typeof shells)[number], commands: readonly Command[]): string {
  const completed = commands.map(completedOf);
  switch (shell) {
    case 'bash':
      return bash(completed);
    case 'zsh':
      return `#compdef govexport\nautoload -U +X bashcompinit && bashcompinit\n${bash(completed)}`;
    case 'fish':
      return fish(completed);
    case 'powershell':
      return powershell(completed);
  }
}

function completedOf(command: Command): Completed {
  const own = optionsOf(command).flatMap((field) => flagsOf(field));
  const common = globalOptions.map(({ name }) => ({ flag: `--${name}`, values: commonValues(name, command) }));
  return { name: command.name, title: command.title, options: [...own, ...common] };
}

function flagsOf({ name, kind, options }: InputField): Completed['options'] {
  const values = options.filter((option) => /^[\w.-]+$/.test(option));
  const flag = { flag: flagOf(name), values };
  return kind === 'boolean' ? [flag, { flag: flagOf(`no_${name}`), values: [] }] : [flag];
}

function commonValues(name: string, command: Command): readonly string[] {
  if (name === 'color') return colourChoices;
  if (name !== 'format') return [];
  return 'make' in command ? command.formats : formats;
}

/** For every number of words typed, the next word of each command: a group first, then its members. */
function nextWords(completed: readonly Completed[]): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const { name } of completed) {
    const words = name.split(' ');
    words.forEach((word, place) => {
      const before = words.slice(0, place).join(' ');
      const known = next.get(before) ?? [];
      if (!known.includes(word)) next.set(before, [...known, word]);
    });
  }
  return next;
}

function bash(completed: readonly Completed[]): string {
  const words = [...nextWords(completed)].map(([before, next]) => `    '${before}') echo '${next.join(' ')}' ;;\n`);
  const flags = completed.map(
    ({ name, options }) => `    '${name}') echo '${options.map(({ flag }) => flag).join(' ')}' ;;\n`,
  );
  const values = completed.flatMap(({ name, options }) =>
    options
      .filter(({ values: some }) => some.length > 0)
      .map(({ flag, values: some }) => `    '${name} ${flag}') echo '${some.join(' ')}' ;;\n`),
  );
  return `# Completion of govexport. For bash: source <(govexport completion bash)
_govexport_words() {
  case "$1" in
${words.join('')}  esac
}

_govexport_flags() {
  case "$1" in
${flags.join('')}  esac
}

_govexport_values() {
  case "$1" in
${values.join('')}  esac
}

_govexport() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" place
  for ((place = 1; place < COMP_CWORD; place++)); do
    local longer="\${command:+$command }\${COMP_WORDS[place]}"
    if [[ -z "$(_govexport_flags "$longer")$(_govexport_words "$longer")" ]]; then
      if [[ -z "$command" && "$longer" != -* ]]; then return; fi
      break
    fi
    command="$longer"
  done
  local choices
  choices="$(_govexport_values "$command $before")"
  if [[ -z "$choices" ]]; then
    if [[ "$current" == -* ]]; then choices="$(_govexport_flags "$command")"
    else choices="$(_govexport_words "$command")"; fi
  fi
  COMPREPLY=($(compgen -W "$choices" -- "$current"))
}
complete -o default -F _govexport govexport
`;
}

function fish(completed: readonly Completed[]): string {
  const lines = completed.flatMap(({ name, title, options }) => {
    const words = name.split(' ');
    const before = words.slice(0, -1);
    const here = `__govexport_at '${before.join(' ')}'`;
    const within = `string match -q -- 'govexport ${name}*' (commandline -opc | string join ' ')`;
    return [
      `complete -c govexport -n "${here}" -f -a '${words.at(-1) ?? ''}' -d ${fishText(title)}`,
      ...options.map(({ flag, values }) => {
        const given = values.length === 0 ? '' : ` -x -a '${values.join(' ')}'`;
        return `complete -c govexport -n "${within}" -l ${flag.slice(2)}${given}`;
      }),
    ];
  });
  const groups = [...nextWords(completed)].flatMap(([before, next]) =>
    before === ''
      ? next
          .filter((word) => !completed.some(({ name }) => name === word))
          .map((word) => `complete -c govexport -n "__govexport_at ''" -f -a '${word}'`)
      : [],
  );
  return `# Completion of govexport. For fish: govexport completion fish | source
function __govexport_at
  set -l typed (commandline -opc)
  test (string join ' ' $typed[2..-1]) = "$argv[1]"
end
${[...groups, ...lines].join('\n')}
`;
}

function fishText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function powershell(completed: readonly Completed[]): string {
  const table = (rows: readonly (readonly [string, readonly string[]])[]): string =>
    rows.map(([key, words]) => `  '${key}' = '${words.join(' ')}'\n`).join('');
  const flags = completed.map(({ name, options }) => [name, options.map(({ flag }) => flag)] as const);
  const values = completed.flatMap(({ name, options }) =>
    options
      .filter(({ values: some }) => some.length > 0)
      .map(({ flag, values: some }) => [`${name} ${flag}`, some] as const),
  );
  return `# Completion of govexport. For PowerShell: govexport completion powershell | Out-String | Invoke-Expression
$GovexportWords = @{
${table([...nextWords(completed)])}}
$GovexportFlags = @{
${table(flags)}}
$GovexportValues = @{
${table(values)}}
Register-ArgumentCompleter -Native -CommandName govexport -ScriptBlock {
  param($current, $tree, $cursor)
  $typed = @($tree.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($current -ne '' -and $typed.Count -gt 0) { $typed = @($typed | Select-Object -SkipLast 1) }
  $command = ''
  foreach ($word in $typed) {
    $longer = ($command + ' ' + $word).Trim()
    if (-not ($GovexportFlags.ContainsKey($longer) -or $GovexportWords.ContainsKey($longer))) { break }
    $command = $longer
  }
  $choices = if ($typed.Count -gt 0) { $GovexportValues["$command $($typed[-1])"] } else { $null }
  if (-not $choices) { $choices = if ($current -like '-*') { $GovexportFlags[$command] } else { $GovexportWords[$command] } }
  "$choices".Split(' ') | Where-Object { $_ -and $_ -like "$current*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
