import { join } from 'node:path';
import { plain, textTable, type ViewTable } from '@govexport/router';
import {
  enteredFields,
  mustBeEntered,
  partWords,
  prepareRecord,
  readFieldText,
  readIssueFile,
  tableOf,
  writeRecord,
  type AddedTable,
  type FlatValues,
  type NewRecord,
  type PossibleDuplicate,
} from '@govexport/dataset/maintain';
import type { FlatField, Problem } from '@govexport/schema';
import { flagOf } from '../args/flags.ts';
import type { Done, Task } from '../commands/command.ts';
import { optionNameOf } from '../commands/record-input.ts';
import { UsageError } from '../args/failures.ts';
import { askFields, askYesOrNo } from './ask-fields.ts';
import { converse, here, type Conversation, type Terminal } from './conversation.ts';
import { folderOf, onFiles } from './perform.ts';

/** Adds a program to a dataset folder. */
export const newProgram = onFiles((task: Task) => newRecord(task, 'programs'));

/** Adds a source to a dataset folder. */
export const newSource = onFiles((task: Task) => newRecord(task, 'sources'));

/** Adds a record by options, or by questions where a person can be asked and something needed is not given. */
export async function newRecord(task: Task, table: AddedTable, terminal = here): Promise<Done> {
  const values = { ...fromIssue(task, table), ...valuesOf(task, table) };
  const asks = task.interactive && fieldsOf(table).some((field) => mustBeEntered(field) && !(field.name in values));
  return asks ? byQuestions(task, { table, values }, terminal) : byOptions(task, { table, values });
}

interface Wanted {
  readonly table: AddedTable;
  readonly values: FlatValues;
}

function byOptions(task: Task, { table, values }: Wanted): Done {
  const made = prepareRecord(folderOf(task), table, values);
  if (made.problems.length > 0) throw new UsageError(sentenceOf(made.problems, table), task.command.name);
  return finished(task, made, !isDryRun(task));
}

async function byQuestions(task: Task, wanted: Wanted, terminal: Terminal): Promise<Done> {
  const conversation = converse(terminal);
  try {
    const made = await settle(task, wanted, conversation);
    for (const pair of made.duplicates) conversation.say(`${sameWords(pair, made.id)}.`);
    const write = !isDryRun(task) && (await askYesOrNo(`Write ${made.file}?`, conversation));
    return finished(task, made, write);
  } finally {
    conversation.end();
  }
}

/** Asks for what is not given, then again for what does not fit together. */
async function settle(task: Task, { table, values }: Wanted, conversation: Conversation): Promise<NewRecord> {
  const fields = fieldsOf(table);
  let known = { ...values };
  let open = fields.filter(({ name }) => !(name in known));
  for (;;) {
    known = { ...known, ...(await askFields(open, conversation)) };
    const made = prepareRecord(folderOf(task), table, known);
    if (made.problems.length === 0) return made;
    conversation.say(`\nThis does not fit together: ${sentenceOf(made.problems, table)}`);
    open = fields.filter((field) => made.problems.some((problem) => isAbout(problem, field)));
    known = Object.fromEntries(Object.entries(known).filter(([name]) => !open.some((field) => field.name === name)));
  }
}

function finished(task: Task, made: NewRecord, write: boolean): Done {
  const { id, file, record, duplicates, others } = made;
  const written = write ? writeRecord(folderOf(task), made) : null;
  const path = join(folderOf(task), file);
  const first = write ? `Wrote ${path}.` : `${path} would be valid; nothing was written.`;
  const cite = file.startsWith('sources/') ? ` No program cites ${id} yet; the dataset is valid once one does.` : '';
  const rest = others === 0 ? '' : ` The dataset has other problems; "govexport dataset validate" names them.`;
  return {
    answer: { id, written, record, duplicates },
    shown: {
      headline: `${first}${cite}${rest}`,
      tables: [recordTable(made), ...(file.startsWith('programs/') ? [duplicateTable(made)] : [])],
    },
    exit_code: 0,
  };
}

function recordTable({ id, record }: NewRecord): ViewTable {
  const rows = Object.entries(record).map(([field, value]) => ({ field, value: JSON.stringify(value) }));
  const labels = { field: 'Field', value: 'Value' };
  return plain(textTable({ name: 'record', title: `Record ${id}`, labels, rows }));
}

function duplicateTable({ id, duplicates }: NewRecord): ViewTable {
  const rows = duplicates.map((pair) => ({
    id: otherOf(pair, id),
    score: pair.score.toFixed(2),
    parts: partWords(pair.parts),
  }));
  const labels = { id: 'Id', score: 'Score', parts: 'Parts' };
  return plain(textTable({ name: 'duplicates', title: 'Programs that may be the same', labels, rows }));
}

function sameWords(pair: PossibleDuplicate, id: string): string {
  return `${otherOf(pair, id)} may be the same program: score ${pair.score.toFixed(2)} (${partWords(pair.parts)})`;
}

function otherOf({ ids: [first, second] }: PossibleDuplicate, id: string): string {
  return first === id ? second : first;
}

function fieldsOf(table: AddedTable): FlatField[] {
  return enteredFields(tableOf(table));
}

/** The values of the options that were typed. */
function valuesOf({ options }: Task, table: AddedTable): FlatValues {
  const entries = fieldsOf(table).flatMap(({ name, field }) => {
    const option = optionNameOf(name, tableOf(table));
    const texts = options.filter(([given]) => given === option).map(([, text]) => text);
    return texts.length === 0 ? [] : [[name, readFieldText(field, texts)] as const];
  });
  return Object.fromEntries(entries);
}

/** What the text of an issue gives, where one is named. */
function fromIssue({ options }: Task, table: AddedTable): FlatValues {
  const path = options.findLast(([name]) => name === 'from_issue')?.[1];
  return path === undefined ? {} : readIssueFile(path, table);
}

function isDryRun({ options }: Task): boolean {
  return options.findLast(([name]) => name === 'dry_run')?.[1] === 'true';
}

function isAbout(problem: Problem, { path }: FlatField): boolean {
  return `${problem.field}.`.startsWith(`${path.join('.')}.`);
}

function sentenceOf(problems: readonly Problem[], table: AddedTable): string {
  const sentences = problems.map((problem) => {
    const field = fieldsOf(table).find((candidate) => isAbout(problem, candidate));
    const name = field === undefined ? problem.field : flagOf(optionNameOf(field.name, tableOf(table)));
    return `${name} is ${problem.value}; allowed is ${problem.expected}`;
  });
  return `${sentences.join('; ')}.`;
}
