import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { home } from '../run-built.ts';

/** A command that writes, and what must hold whenever it was killed. */
export interface Writer {
  readonly name: string;
  readonly args: readonly string[];
  /** Makes the folder as it is before the command. */
  readonly prepare: (folder: string) => void;
  /** What is lost or half after a kill; empty where nothing is. */
  readonly afterKill: (folder: string) => string[];
  /** Takes away what a next run would refuse to replace. */
  readonly clear?: (folder: string) => void;
  /** What is wrong after a next run has come to its end. */
  readonly afterNext: (folder: string) => string[];
}

const rows = 120;

function writeTable(folder: string): void {
  const header = 'No,Year,Dates,Country,Topic,Host,City,Participants,Technology,Link,Source,Published,Remarks\n';
  const row = '1,2014,2014,Uzbekistan,Customs control,,,,,https://example.org/customs,Example News,2014,\n';
  writeFileSync(join(folder, 'table.csv'), header + row.repeat(rows));
}

function copyData(folder: string): void {
  cpSync(join(home, 'test/dataset'), join(folder, 'data'), { recursive: true });
}

/** What is half of the JSON files of a folder; names of unfinished files are no records. */
function halfJson(folder: string): string[] {
  if (!existsSync(folder)) return [`${folder} is lost`];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => (isJson(join(folder, name)) ? [] : [`${name} is half`]));
}

function isJson(path: string): boolean {
  try {
    JSON.parse(readFileSync(path, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

/** What is left unfinished anywhere. */
export function partsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.part-\d+(\/|$)/.test(name));
}

function recordsIn(folder: string): number {
  return readdirSync(folder).filter((name) => name.endsWith('.json')).length;
}

/** A command that adds a record to a table of a folder. */
function adding(table: 'programs' | 'sources', options: readonly string[]): Writer {
  const before = recordsIn(join(home, 'test/dataset', table));
  const path = (folder: string) => join(folder, 'data', table);
  const count = (folder: string, allowed: readonly number[]) => {
    const found = recordsIn(path(folder));
    return allowed.includes(found) ? [] : [`${found} ${table}; expected ${allowed.join(' or ')}`];
  };
  return {
    name: `dataset new ${table.slice(0, -1)}`,
    args: ['dataset', 'new', table.slice(0, -1), '--dataset', 'data', ...options],
    prepare: copyData,
    afterKill: (folder) => [...halfJson(path(folder)), ...count(folder, [before, before + 1])],
    afterNext: (folder) => [...halfJson(path(folder)), ...count(folder, [before + 1, before + 2])],
  };
}

const newProgram = [
  ...['--title', 'Customs seminar', '--description', 'A seminar.', '--start', '2014-05', '--year-basis', 'stated'],
  ...['--domain', 'security', '--confidence', 'high', '--countries', 'KZ', '--sources', 'S-0001'],
];

const newSource = [
  ...['--publisher', 'Example News', '--publisher-type', 'state_media', '--language', 'en', '--no-is-copy'],
  ...['--accessed', '2026-11-30', '--access', 'live page'],
];

/** What differs between the files of a build and its checksums. */
function unlikeChecksums(folder: string): string[] {
  const list = join(folder, 'SHA256SUMS');
  if (!existsSync(list)) return [`${folder} has no checksums`];
  const lines = readFileSync(list, 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const path = join(folder, line.slice(66));
    const sum = existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'none';
    return sum === line.slice(0, 64) ? [] : [`${path} is not what the checksums say`];
  });
}

const importing: Writer = {
  name: 'dataset import',
  args: ['dataset', 'import', 'table.csv', '--mapping', join(home, 'test/import/mapping.json'), '--output', 'out'],
  prepare: writeTable,
  afterKill: (folder) => (existsSync(join(folder, 'out')) ? wholeImport(folder) : []),
  clear: (folder) => rmSync(join(folder, 'out'), { recursive: true, force: true }),
  afterNext: wholeImport,
};

function wholeImport(folder: string): string[] {
  const programs = join(folder, 'out/programs');
  const found = existsSync(programs) ? recordsIn(programs) : 0;
  return found === rows ? halfJson(programs) : [`${found} programs in out; expected ${rows}`];
}

const proposing: Writer = {
  name: 'dataset import --new-mapping',
  args: ['dataset', 'import', 'table.csv', '--new-mapping', 'mapping.json'],
  prepare: writeTable,
  afterKill: (folder) => {
    const path = join(folder, 'mapping.json');
    return !existsSync(path) || isJson(path) ? [] : ['mapping.json is half'];
  },
  clear: (folder) => rmSync(join(folder, 'mapping.json'), { force: true }),
  afterNext: (folder) => (isJson(join(folder, 'mapping.json')) ? [] : ['mapping.json is missing or half']),
};

const building: Writer = {
  name: 'dataset build --replace',
  args: ['dataset', 'build', 'data', '--output', 'out', '--replace'],
  prepare: (folder) => {
    copyData(folder);
    // An earlier build, as small as one may be.
    mkdirSync(join(folder, 'out/files'), { recursive: true });
    writeFileSync(join(folder, 'out/datapackage.json'), '{}');
    const earlier = 'earlier\n';
    writeFileSync(join(folder, 'out/README.txt'), earlier);
    const sum = createHash('sha256').update(earlier).digest('hex');
    writeFileSync(join(folder, 'out/SHA256SUMS'), `${sum}  README.txt\n`);
  },
  // For a moment the earlier build stands beside, from where the next run takes it.
  afterKill: (folder) => {
    const former = readdirSync(folder).find((name) => name.startsWith('.out.former.part-'));
    return unlikeChecksums(join(folder, existsSync(join(folder, 'out')) ? 'out' : (former ?? 'out')));
  },
  afterNext: (folder) => [
    ...unlikeChecksums(join(folder, 'out')),
    ...(existsSync(join(folder, 'out/codebook.json')) ? [] : ['out is not the new build']),
  ],
};

const earlier = 'an earlier export\n';

const exporting: Writer = {
  name: 'export --output',
  args: ['export', 'sources', '--format', 'ndjson', '--output', 'sources.ndjson'],
  prepare: (folder) => writeFileSync(join(folder, 'sources.ndjson'), earlier),
  afterKill: (folder) => (isExported(folder, [earlier]) ? [] : ['sources.ndjson is half']),
  afterNext: (folder) => (isExported(folder, []) ? [] : ['sources.ndjson is not the whole table']),
};

function isExported(folder: string, others: readonly string[]): boolean {
  const text = readFileSync(join(folder, 'sources.ndjson'), 'utf8');
  if (others.includes(text)) return true;
  const lines = text.split('\n');
  return lines.length > 500 && lines.at(-1) === '' && lines.slice(0, -1).every((line) => line.endsWith('}'));
}

/** Commands that open addresses, of a dataset whose sources lie on a server. */
function opening(origin: string): Writer[] {
  const prepare = (folder: string): void => {
    copyData(folder);
    for (const name of readdirSync(join(folder, 'data/sources'))) {
      const path = join(folder, 'data/sources', name);
      const source = { ...(JSON.parse(readFileSync(path, 'utf8')) as object), url: `${origin}/${name}` };
      writeFileSync(path, `${JSON.stringify(source, null, 2)}\n`);
    }
  };
  const sources = readdirSync(join(home, 'test/dataset/sources')).length;
  const round = (folder: string) => join(folder, 'link-checks.json');
  const checksIn = (folder: string) =>
    (JSON.parse(readFileSync(round(folder), 'utf8')) as { checks: unknown[] }).checks;
  const copies = (folder: string) => (existsSync(join(folder, 'copies')) ? readdirSync(join(folder, 'copies')) : []);
  const halfCopies = (folder: string) =>
    copies(folder).flatMap((name) =>
      name.startsWith('.') || isZip(join(folder, 'copies', name)) ? [] : [`${name} is half`],
    );
  return [
    {
      name: 'dataset check-links',
      args: ['dataset', 'check-links', 'data', '--pause', '0'],
      prepare,
      afterKill: (folder) => [
        ...halfJson(join(folder, 'data/sources')),
        ...(!existsSync(round(folder)) || isJson(round(folder)) ? [] : ['link-checks.json is half']),
      ],
      afterNext: (folder) => [
        ...halfJson(join(folder, 'data/sources')),
        ...(checksIn(folder).length === sources ? [] : [`${checksIn(folder).length} checks; expected ${sources}`]),
      ],
    },
    {
      name: 'dataset snapshot',
      args: ['dataset', 'snapshot', 'S-0001', '--output', 'copies', '--dataset', 'data'],
      prepare,
      afterKill: halfCopies,
      clear: (folder) => {
        for (const name of copies(folder).filter((one) => !one.startsWith('.'))) rmSync(join(folder, 'copies', name));
      },
      afterNext: (folder) => (copies(folder).length === 1 ? halfCopies(folder) : ['no copy']),
    },
  ];
}

function isZip(path: string): boolean {
  try {
    return Object.keys(unzipSync(readFileSync(path))).length === 5;
  } catch {
    return false;
  }
}

/** Every command that writes; those that open addresses ask a server. */
export function writers(origin: string): Writer[] {
  const records = [adding('programs', newProgram), adding('sources', newSource)];
  return [importing, proposing, ...records, building, exporting, ...opening(origin)];
}
