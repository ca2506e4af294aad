import { tables } from '@govexport/schema';
import type { Command } from '../command-kinds.ts';
import type { Entry } from './section.ts';

/** The tables beside programs and sources; their commands are alike. */
const others: ReadonlySet<string> = new Set(
  tables.map(({ name }) => name).filter((name) => name !== 'programs' && name !== 'sources'),
);

/** Whether a command is one of those that every other table has, which the help lists but once. */
export function isOfOtherTable({ name, group }: Command): boolean {
  return group === 'records' && others.has(name.split(' ')[0] ?? '');
}

/** The commands that every other table has. */
export const tableEntries: readonly Entry[] = [
  ['TABLE list', ['Its records that a filter lets through']],
  ['TABLE search WORDS', ['Its records in which words stand']],
  ['TABLE facets', ['Its records counted by the values of each facet']],
  ['TABLE get KEY', [`One record. TABLE is one of ${[...others].join(', ')}.`]],
];
