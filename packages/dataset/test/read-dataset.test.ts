import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tables } from '@govexport/schema';
import { describe, expect, test } from 'vitest';
import { DatasetError, readDataset, readDatasetFiles } from '../src/node.ts';
import { brokenFiles } from './broken-files.ts';
import { brokenRecords } from './broken-records.ts';
import { brokenSeries } from './broken-series.ts';
import { metaWith, programWith, sourceWith, transferWith, withFolder } from './small-dataset.ts';

function errorOf(read: () => unknown): DatasetError {
  try {
    read();
  } catch (error) {
    if (error instanceof DatasetError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const counted = (count: number) => (count === 1 ? 'one problem' : `${count} problems`);

const codings = (...rows: string[]) =>
  ['round,program,coder,coder_record,field,value', ...rows].map((row) => `${row}\n`).join('');

test('a valid folder is read and frozen; tables that are missing are empty', () => {
  const dataset = withFolder({}, readDataset);
  expect(dataset.programs.map(({ id }) => id)).toEqual(['GX-0001']);
  expect(dataset.sources.map(({ id }) => id)).toEqual(['S-0001']);
  expect(Object.keys(dataset)).toEqual(['meta', ...tables.map(({ name }) => name), 'sha256']);
  for (const { name } of tables.slice(2)) expect(dataset[name]).toEqual([]);
  expect(dataset.meta.name).toBe('small');
  expect(dataset.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(Object.isFrozen(dataset.programs[0]?.participants)).toBe(true);
});

describe('a series', () => {
  const rows = ['2,GX-0001,I,,format,', '1,GX-0001,A,A-001,format,seminar'];
  const read = (content: string) => withFolder({ 'codings.csv': content }, readDataset);

  test('is read with its types, sorted by its key; an empty cell is null', () => {
    expect(read(codings(...rows)).codings).toEqual([
      { round: 1, program: 'GX-0001', coder: 'A', coder_record: 'A-001', field: 'format', value: 'seminar' },
      { round: 2, program: 'GX-0001', coder: 'I', coder_record: null, field: 'format', value: null },
    ]);
  });

  test('may end its lines in CRLF, lack the last line end, and quote its cells', () => {
    const plain = read(codings(...rows));
    expect(read(codings(...rows).replaceAll('\n', '\r\n'))).toEqual(plain);
    expect(read(codings(...rows).trimEnd())).toEqual(plain);
    expect(read(codings(...rows).replaceAll(/[^,\n]+/g, '"$&"'))).toEqual(plain);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', 'null', '007', '1e999', 'a "quoted" word, and a comma'])(
    'takes text that a spreadsheet would compute as text: %s',
    (value) => {
      const content = codings(`1,GX-0001,A,A-001,format,"${value.replaceAll('"', '""')}"`);
      expect(read(content).codings[0]?.value).toBe(value);
    },
  );

  test('with a header alone is an empty table, with the hash of one that is missing', () => {
    expect(read(codings())).toEqual(withFolder({}, readDataset));
  });
});

test.each([
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
  '._dataset.json',
  '~$GX-0001.json',
  '__MACOSX',
  '.~lock.leads.csv#',
])('%s, which a system or a program leaves behind, is passed over at the top and among records', (name) => {
  const clean = withFolder({}, readDataset);
  expect(withFolder({ [name]: 'x', [`programs/${name}`]: 'x', [`sources/${name}`]: 'x' }, readDataset)).toEqual(clean);
});

test('the byte order mark that some editors write is no part of any file', () => {
  const contents = {
    'dataset.json': metaWith({}),
    'programs/GX-0001.json': programWith({}),
    'codings.csv': 'round,program,coder,coder_record,field,value\n1,GX-0001,A,A-001,format,seminar\n',
  };
  const marked = Object.fromEntries(Object.entries(contents).map(([name, text]) => [name, `\uFEFF${text}`]));
  expect(withFolder(marked, readDataset)).toEqual(withFolder(contents, readDataset));
});

test('records of other tables are read, and a source that they alone cite is used', () => {
  const contents = {
    'transfers/TR-001.json': transferWith({ sources: ['CS-0001'] }),
    'sources/CS-0001.json': sourceWith({ id: 'CS-0001' }),
  };
  const dataset = withFolder(contents, readDataset);
  expect(dataset.transfers.map(({ currency }) => currency)).toEqual(['CNY']);
  expect(dataset.sha256).not.toBe(withFolder({}, readDataset).sha256);
});

test('the broken corpus is large', () => {
  expect(brokenFiles.length + brokenRecords.length + brokenSeries.length).toBeGreaterThanOrEqual(60);
});

test('the hash follows the content and not the layout of the files', () => {
  const plain = withFolder({}, readDataset).sha256;
  const spread = JSON.stringify(JSON.parse(programWith({})), null, 4).replaceAll('\n', '\r\n');
  expect(withFolder({ 'programs/GX-0001.json': `\n${spread}\n` }, readDataset).sha256).toBe(plain);
  expect(withFolder({ 'programs/GX-0001.json': programWith({ notes: 'More.' }) }, readDataset).sha256).not.toBe(plain);
  expect(withFolder({ 'dataset.json': metaWith({ version: '1.0.1' }) }, readDataset).sha256).not.toBe(plain);
});

describe('refuses', () => {
  const cases = [...brokenFiles, ...brokenRecords, ...brokenSeries].map(([what, contents, ...problems]) => ({
    what,
    contents,
    problems,
  }));

  test.each(cases)('$what', ({ contents, problems }) => {
    withFolder(contents, (folder) => {
      const error = errorOf(() => readDataset(folder));
      const lines = problems.map((problem) => `  ${problem}`);
      expect(error.message).toBe([`${folder} has ${counted(problems.length)}:`, ...lines].join('\n'));
      expect(error.problems).toHaveLength(problems.length);
    });
  });

  test.each(['missing', 'dataset.json'])('a path that is no folder: %s', (name) => {
    withFolder({}, (parent) => {
      const folder = join(parent, name);
      expect(errorOf(() => readDataset(folder)).message).toBe(
        `${folder} has one problem:\n  ${folder} is no folder; expected a folder with dataset.json, programs/ and sources/`,
      );
    });
  });

  test('JSON that the parser quotes, on one line', () => {
    withFolder({ 'dataset.json': '{\n\n  "name": \u001B}' }, (folder) => {
      const lines = errorOf(() => readDataset(folder)).message.split('\n');
      expect(lines).toHaveLength(2);
      expect(lines[1]).toMatch(/^ {2}dataset\.json is not JSON \(\P{Cc}+\); expected one JSON object in UTF-8$/u);
    });
  });
});

describe('links', () => {
  const outside = (use: (folder: string, elsewhere: string) => void) =>
    withFolder({}, (elsewhere) => withFolder({}, (folder) => use(folder, elsewhere)));
  const problemsOf = (folder: string) =>
    errorOf(() => readDataset(folder))
      .message.split('\n')
      .slice(1);

  test('a record that is a link out of the folder is not read', () => {
    outside((folder, elsewhere) => {
      writeFileSync(join(elsewhere, 'secret.json'), programWith({ id: 'GX-0002', title: 'Secret' }));
      symlinkSync(join(elsewhere, 'secret.json'), join(folder, 'programs/GX-0002.json'));
      expect(problemsOf(folder)).toEqual([
        '  programs/GX-0002.json is a link out of the dataset; expected one JSON object in UTF-8',
      ]);
    });
  });

  test('a table that is a link out of the folder is not read', () => {
    outside((folder, elsewhere) => {
      renameSync(join(folder, 'sources'), join(elsewhere, 'moved'));
      symlinkSync(join(elsewhere, 'moved'), join(folder, 'sources'));
      expect(problemsOf(folder)).toEqual([
        '  sources is a link out of the dataset; expected a folder with one JSON file for each record',
      ]);
    });
  });

  test('a neighbour whose name begins like that of the folder is outside', () => {
    withFolder({}, (parent) => {
      const folder = join(parent, 'mine');
      for (const name of ['mine', 'mine-too']) {
        mkdirSync(join(parent, name));
        for (const part of ['dataset.json', 'programs', 'sources'])
          cpSync(join(parent, part), join(parent, name, part), { recursive: true });
      }
      rmSync(join(folder, 'sources'), { recursive: true });
      symlinkSync(join(parent, 'mine-too/sources'), join(folder, 'sources'));
      expect(problemsOf(folder)).toEqual([
        '  sources is a link out of the dataset; expected a folder with one JSON file for each record',
      ]);
    });
  });

  test('a link that leads nowhere or to itself', () => {
    withFolder({}, (folder) => {
      symlinkSync('nowhere.json', join(folder, 'programs/GX-0002.json'));
      symlinkSync('GX-0003.json', join(folder, 'programs/GX-0003.json'));
      expect(problemsOf(folder)).toEqual([
        '  programs/GX-0002.json is missing; expected one JSON object in UTF-8',
        '  programs/GX-0003.json is not readable (ELOOP); expected one JSON object in UTF-8',
      ]);
    });
  });

  test('links within the folder, and to the folder itself, are followed', () => {
    withFolder({ 'transfers/': '' }, (folder) => {
      symlinkSync('transfers', join(folder, 'adoptions'));
      withFolder({}, (elsewhere) => {
        symlinkSync(folder, join(elsewhere, 'here'));
        expect(readDataset(join(elsewhere, 'here')).programs).toHaveLength(1);
      });
    });
  });

  test('a pipe is not waited for', () => {
    withFolder({}, (folder) => {
      execFileSync('mkfifo', [join(folder, 'programs/GX-0002.json')]);
      expect(problemsOf(folder)).toEqual(['  programs/GX-0002.json is not a file; expected one JSON object in UTF-8']);
    });
  });
});

describe('readDatasetFiles', () => {
  test('gives the files in the order of their names, without checking the records', () => {
    const names = ['GX-0009', 'GX-0003', 'GX-0012', 'GX-0007', 'GX-0005'].map((id) => `programs/${id}.json`);
    const contents = Object.fromEntries(names.map((name) => [name, '{"strange":true}']));
    const files = withFolder(contents, readDatasetFiles);
    expect(files.programs.map(({ file }) => file)).toEqual(['programs/GX-0001.json', ...names.sort()]);
    expect(files.programs[1]).toEqual({ file: 'programs/GX-0003.json', value: { strange: true } });
    expect(files.meta.file).toBe('dataset.json');
  });

  test('refuses a file that it cannot read', () => {
    withFolder({ 'dataset.json': null, 'sources/S-0001.json': '{' }, (folder) => {
      expect(errorOf(() => readDatasetFiles(folder)).problems.map(({ file }) => file)).toEqual([
        'dataset.json',
        'sources/S-0001.json',
      ]);
    });
  });
});
