import { showValue, type Changes } from '@govexport/schema';
import type { DatasetDiff } from './diff-datasets.ts';

const mostListed = 100;

/**
 * The history of a dataset for people: the file `CHANGES.md`.
 *
 * @example
 * changesMarkdown({ name: 'mine', releases: [] }).split('\n')[0] // => '# Changes of mine'
 */
export function changesMarkdown({ name, releases }: Changes): string {
  const about =
    'What changed from one version of the data to the next, the newest first. MAJOR: a field removed, renamed or reordered. MINOR: records added, merged or withdrawn. PATCH: values corrected. `changes.json` holds the same for programs.';
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

function sections({ schema, added, corrected, merged, withdrawn, removed }: DatasetDiff): string[] {
  return [
    section('Fields and tables', ['table', 'field', 'change', 'was'], schema),
    section('Added', ['table', 'record'], added),
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
  return String(value ?? '').replace(/[\\|<>*_`[\]]/g, (mark) => `\\${mark}`);
}
