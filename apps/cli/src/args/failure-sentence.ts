import type { RequestProblem } from '@govexport/router';
import type { CommandWords } from './command-words.ts';
import { flagOf } from './flags.ts';

/** A problem of the router in the words of the command line: each input by the option that gives it. */
export function failureSentence(
  { issues, detail }: Pick<RequestProblem, 'issues' | 'detail'>,
  command: CommandWords | null,
): string {
  if (command === null || issues.length === 0) return detail;
  const sentences = issues.map(({ field, value, expected }) => {
    const [name = ''] = field.split('.');
    return `${typed(name, command)} is ${value}; allowed is ${expected.replace(/“(\w+)”/gu, (_, other: string) => typed(other, command))}`;
  });
  return `${sentences.join('; ')}.`;
}

function typed(name: string, command: CommandWords): string {
  const argument = command.arguments.find(({ field }) => field === name);
  if (argument !== undefined) return argument.placeholder;
  return command.options.some((option) => option.name === name) ? flagOf(name) : name;
}
