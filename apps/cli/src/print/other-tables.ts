import type { CommandWords } from '../args/command-words.ts';
import type { Entry } from './section.ts';

/** The tables beside programs and sources; their commands are alike. */
function otherTables(commands: readonly CommandWords[]): Set<string> {
  const named = commands.flatMap(({ name }) => (name.endsWith(' facets') ? [name.slice(0, -' facets'.length)] : []));
  return new Set(named.filter((name) => name !== 'programs' && name !== 'sources'));
}

/** The commands that the help lists one by one: those that every other table has, it lists but once. */
export function listedCommands(commands: readonly CommandWords[]): CommandWords[] {
  const others = otherTables(commands);
  return commands.filter(({ name, group }) => group !== 'records' || !others.has(name.split(' ')[0] ?? ''));
}

/** The commands that every other table has. */
export function tableEntries(commands: readonly CommandWords[]): Entry[] {
  return [
    ['TABLE list', ['Its records that a filter lets through']],
    ['TABLE search WORDS', ['Its records in which words stand']],
    ['TABLE facets', ['Its records counted by the values of each facet']],
    ['TABLE get KEY', [`One record. TABLE is one of ${[...otherTables(commands)].join(', ')}.`]],
  ];
}
