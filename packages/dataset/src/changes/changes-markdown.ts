import { changesToMake, showValue, type Changes, type SchemaChange } from '@govexport/schema';
import type { DatasetDiff } from './diff-datasets.ts';
import { summaryOf } from './summary.ts';

const mostListed = 500;

/**
 * The history of a dataset for people: the file `CHANGES.md`.
 *
 * @example
 * changesMarkdown({ name: 'mine', releases: [] }).split('\n')[0] // => '# Changes of mine'
 */
export function changesMarkdown({ name, releases }: Changes): string {
  const about =
    'What changed from one version of the data to the next, the newest first. MAJOR: a field or a value of a vocabulary removed or renamed, or fields reordered. MINOR: records added, merged or withdrawn. PATCH: values corrected. `changes.json` holds the same for programs, with every new record.';
  const none = releases.length === 0 ? ['Nothing was released yet.'] : [];
  const parts = releases.map((release) => releaseMarkdown(release, release.sha256));
  return `${[`# Changes of ${name}`, about, ...none, ...parts].join('\n\n')}\n`;
}

/**
 * One release for people.
 *
 * @param diff - what changed
 * @param sha256 - hash of the content; null where it is not known
 */
export function releaseMarkdown(diff: DatasetDiff, sha256: string | null): string {
  const { version, previous, counts } = diff;
  const hash = sha256 === null ? [] : [`SHA-256 of the content: \`${sha256}\`.`];
  const first = previous === null ? ['The first release.', tableOf(['table', 'records'], counts)] : [sentence(diff)];
  return [`## ${version}`, ...first, ...hash, ...sections(diff)].join('\n\n');
}

function sentence({ previous, step }: DatasetDiff): string {
  const asks = step === 'none' ? 'The data is the same' : `The changes ask for a ${step} version`;
  return `After ${previous ?? ''}. ${asks}.`;
}

const summaryColumns = ['table', 'added', 'new ids', 'corrected', 'merged', 'withdrawn', 'removed'];

function sections(diff: DatasetDiff): string[] {
  const { schema, corrected, merged, withdrawn, removed } = diff;
  const summary = summaryOf(diff).map(({ new_ids, ...counts }) => ({ ...counts, 'new ids': new_ids }));
  return [
    whatToDo(schema),
    section('Fields and tables', ['table', 'field', 'value', 'change', 'was'], schema),
    summary.length === 0 ? [] : ['### Records', tableOf(summaryColumns, summary)],
    section(
      'Corrected',
      ['table', 'record', 'field', 'old', 'new', 'reason'],
      corrected.map((one) => ({ ...one, old: showValue(one.old), new: showValue(one.new) })),
    ),
    section('Merged', ['table', 'record', 'into', 'reason'], merged),
    section('Withdrawn', ['table', 'record', 'reason'], withdrawn),
    section('Removed', ['table', 'record', 'reason'], removed),
  ].flat();
}

/** What changed in the form of the data, in words for those who use the version before. */
function whatToDo(schema: readonly SchemaChange[]): string[] {
  const sentences = changesToMake(schema);
  if (sentences.length === 0) return [];
  return ['### What to change', sentences.map((sentence) => `- ${escaped(sentence)}`).join('\n')];
}

function section(title: string, columns: readonly string[], rows: readonly object[]): string[] {
  if (rows.length === 0) return [];
  const more = rows.length - mostListed;
  const rest = more > 0 ? [`And ${more} more, all of them in \`changes.json\`.`] : [];
  return [`### ${title}: ${rows.length}`, tableOf(columns, rows.slice(0, mostListed)), ...rest];
}

function tableOf(columns: readonly string[], rows: readonly object[]): string {
  const lines = rows.map((row) =>
    columns.map((column) => cell((row as Readonly<Record<string, string | number | null>>)[column])),
  );
  return [columns, columns.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Text that stays one cell and is not read as markup. */
function cell(value: string | number | null = ''): string {
  return escaped(String(value ?? ''));
}

function escaped(text: string): string {
  return text.replace(/[\\|<>*_`[\]]/g, (mark) => `\\${mark}`);
}
