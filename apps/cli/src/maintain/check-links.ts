import {
  checkLinks as check,
  DatasetError,
  expectRecordFiles,
  fillLinks,
  HostTurns,
  linkReport,
  linkResults,
  LocationError,
  readRound,
  usualLimits,
  writeRound,
  type LinkCheck,
  type LinkCount,
} from '@govexport/dataset/maintain';
import { counted, plain, textTable, type Table } from '@govexport/router';
import type { Frozen, Source } from '@govexport/schema';
import type { Done, Task } from '../commands/command.ts';
import { folderOf, onFiles, readFolder } from './perform.ts';
import { refused } from './problem-table.ts';

interface Options {
  readonly round: string;
  readonly timemap?: string | undefined;
  readonly pause: number;
  readonly time_limit: number;
  readonly dry_run: boolean;
}

/** What a program calls itself when it opens pages. */
export const agent = 'govexport-check-links';

/** Hosts that are asked side by side; each gets one request at a time. */
const sideBySide = 8;

/** Opens the addresses of the sources and writes what became of them. */
export const checkLinks = onFiles(async (task: Task, options: Options): Promise<Done> => {
  const folder = folderOf(task);
  const dataset = readFolder(folder);
  if (dataset instanceof DatasetError) return refused(dataset);
  expectRecordFiles(folder);
  const { sources } = dataset;
  const known = new Map(readRound(options.round).map((one) => [one.source, one]));
  const withAddress = sources.filter(({ url }) => url !== null);
  const open = withAddress.filter(({ id, url }) => known.get(id)?.url !== url);
  const before = [...known.values()];
  writeRound(options.round, before);
  await check(open, {
    ...{ agent, side_by_side: sideBySide, timemap: options.timemap ?? null },
    limits: { ...usualLimits, time: options.time_limit * 1000 },
    turns: new HostTurns(options.pause * 1000),
    today: new Date().toISOString().slice(0, 10),
    onCheck: (one) => {
      known.set(one.source, one);
      writeRound(options.round, [...known.values()]);
      task.progress(`${known.size} of ${withAddress.length} addresses checked`);
    },
  });
  if (open.length > 0 && open.every(({ id }) => known.get(id)?.result === 'unreachable')) {
    writeRound(options.round, before);
    throw new LocationError(
      `No server answered at any of the ${open.length} addresses; expected a network. No record was changed.`,
    );
  }
  const checks = withAddress.flatMap(({ id }) => known.get(id) ?? []);
  const written = options.dry_run ? [] : fillLinks(folder, checks);
  return doneOf({ folder, sources, checks, written, opened: open.length, options });
});

interface Round {
  readonly folder: string;
  readonly sources: readonly Frozen<Source>[];
  readonly checks: readonly LinkCheck[];
  readonly written: readonly string[];
  readonly opened: number;
  readonly options: Options;
}

function doneOf({ folder, sources, checks, written, opened, options }: Round): Done {
  const report = linkReport(sources, checks);
  const without = sources.length - checks.length;
  const totals = linkResults.map((result) => ({
    result,
    sources: checks.filter((one) => one.result === result).length,
  }));
  const words = totals.filter((one) => one.sources > 0).map((one) => `${one.sources} ${one.result}`);
  const headline = [
    `${counted(checks.length, 'link')} of ${folder}: ${words.join(', ') || 'none to open'}.`,
    `${opened} opened now, ${checks.length - opened} earlier in this round (${options.round}).`,
    ...(without === 0 ? [] : [`${counted(without, 'source')} without an address.`]),
    written.length === 0 ? 'No record was changed.' : `Wrote ${counted(written.length, 'record')} of sources.`,
  ].join(' ');
  const others = checks.filter(({ result }) => result !== 'ok');
  const labels = { source: 'Source', result: 'Result', reason: 'Why', url: 'Address', archived_url: 'Archived copy' };
  const found = textTable({ name: 'links', title: 'Addresses that are not ok', labels, rows: others.map(shown) });
  return {
    answer: { folder, round: options.round, opened, written, totals, ...report, checks },
    shown: {
      headline,
      tables: [
        plain(found),
        plain(countTable('by_year', 'By year of publication', report.by_year)),
        plain(countTable('by_publisher', 'By publisher', report.by_publisher)),
      ],
    },
    exit_code: 0,
  };
}

function shown({ source, result, reason, url, archived_url }: LinkCheck) {
  return { source, result, reason, url, archived_url };
}

function countTable(name: string, title: string, rows: readonly LinkCount[]): Table {
  const table = textTable({ name, title, labels: { of: name === 'by_year' ? 'Year' : 'Publisher' }, rows });
  const columns = ['sources', ...linkResults].map((key) => ({ key, label: key, kind: 'count' as const }));
  return { ...table, columns: [...table.columns, ...columns] };
}
