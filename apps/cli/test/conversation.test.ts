import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { flatFieldsOf, Program } from '@govexport/schema';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Task } from '../src/commands/command.ts';
import { begin } from '../src/maintain/init.ts';
import { newRecord } from '../src/maintain/new-record.ts';
import { words } from './run-source.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conversation-'));
  cpSync(join(import.meta.dirname, 'dataset'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function taskOf(name: string, options: Task['options'] = []): Task {
  const command = words.commands.find((candidate) => candidate.name === name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  const here = { dataset: folder, site: null, interactive: true, progress: () => undefined };
  return { command, options, places: {}, words, ...here };
}

/** Types each answer when the question has come, as a person does. */
function person(answers: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  const waiting = [...answers];
  let seen = '';
  let shown = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    seen += text;
    if (!/(> |\(yes or no\) )/.test(seen)) return;
    seen = '';
    const answer = waiting.shift();
    if (answer !== undefined) setImmediate(() => input.write(answer));
  });
  return { terminal: { input, output }, shown: () => shown, left: () => waiting.length };
}

const source = ['https://example.org/page\r', 'Example News\r', 'state_media\r', '\r', '2014-06\r', 'en\r', 'false\r'];
const rest = ['\r', '2026-11-23\r', 'live page\r', '\r', '\r'];

function sourceFiles(): string[] {
  return readdirSync(join(folder, 'sources'));
}

describe('questions for a new source', () => {
  it('write the record that was answered for', async () => {
    const { terminal, left } = person([...source, ...rest, 'yes\r']);
    const { answer } = await newRecord(taskOf('dataset new source'), 'sources', terminal);
    expect(left()).toBe(0);
    expect(answer).toMatchObject({ id: 'S-0090', written: join(folder, 'sources/S-0090.json') });
    expect(JSON.parse(readFileSync(join(folder, 'sources/S-0090.json'), 'utf8'))).toEqual({
      id: 'S-0090',
      url: 'https://example.org/page',
      publisher: 'Example News',
      publisher_type: 'state_media',
      title: null,
      published: '2014-06',
      language: 'en',
      is_copy: false,
      original_publisher: null,
      accessed: '2026-11-23',
      access: 'live page',
      link_status: 'not_checked',
      link_checked: null,
    });
  });

  it('refuse a wrong value at once and say what is allowed', async () => {
    const wrong = ['example.org\r', ...source.slice(0, 2), '\r', 'newspaper\r', ...source.slice(2), ...rest, 'no\r'];
    const { terminal, shown, left } = person(wrong);
    const { answer } = await newRecord(taskOf('dataset new source'), 'sources', terminal);
    expect(left()).toBe(0);
    expect(answer).toMatchObject({ written: null });
    expect(shown()).toContain(
      '"example.org" is not allowed; allowed is an absolute http or https address without spaces or a password; empty for unknown.',
    );
    expect(shown()).toContain('Nothing is not allowed; allowed is one of government,');
    expect(shown()).toContain('"newspaper" is not allowed; allowed is one of government,');
    expect(sourceFiles()).not.toContain('S-0090.json');
  });

  it('ask again for what does not fit together', async () => {
    const answers = [...source, ...rest.slice(0, 3), 'ok\r', '\r', '2026-11-23\r', 'yes\r'];
    const { terminal, shown, left } = person(answers);
    await newRecord(taskOf('dataset new source'), 'sources', terminal);
    expect(left()).toBe(0);
    expect(shown()).toContain('This does not fit together: --link-checked is null; allowed is the date of the check.');
    expect(JSON.parse(readFileSync(join(folder, 'sources/S-0090.json'), 'utf8'))).toMatchObject({
      link_status: 'ok',
      link_checked: '2026-11-23',
    });
  });

  it('leave out what an option gives', async () => {
    const { terminal, shown } = person([...source.slice(0, 1), ...source.slice(2), ...rest, 'yes\r']);
    const options = [['publisher', 'Other News']] as const;
    const { answer } = await newRecord(taskOf('dataset new source', options), 'sources', terminal);
    expect(answer).toMatchObject({ record: { publisher: 'Other News' } });
    expect(shown()).not.toContain('\npublisher:');
  });
});

describe.each([
  ['the interrupt key', '\u0003'],
  ['the end of the input', '\u0004'],
])('%s', (_, key) => {
  it.each([[[key]], [[...source, key]], [[...source, ...rest, key]]])('writes nothing', async (answers) => {
    const before = sourceFiles();
    const { terminal } = person(answers);
    const asked = newRecord(taskOf('dataset new source'), 'sources', terminal);
    await expect(asked).rejects.toThrow('interrupted; nothing was written.');
    expect(sourceFiles()).toEqual(before);
  });
});

it('a program that may be there already is shown before it is written', async () => {
  const options = [
    ['title', 'Seminar for senior police officers of SCO states, Shandong Police College'],
    ['description', 'The same.'],
    ['start', '2006-05'],
    ['year_basis', 'stated'],
    ['domain', 'security'],
    ['sources', 'S-0001'],
  ] as const;
  const given = options.map(([name]): string => name);
  const asked = flatFieldsOf(Program)
    .map(({ name }) => name)
    .filter((name) => !['id', ...given].includes(name));
  const answers = asked.map((name) => (name === 'confidence' ? 'low\r' : '\r'));
  const { terminal, shown, left } = person([...answers, 'no\r']);
  const { answer } = await newRecord(taskOf('dataset new program', options), 'programs', terminal);
  expect(left()).toBe(0);
  expect(answer).toMatchObject({ written: null, record: { confidence: 'low', countries: [] } });
  expect(shown()).toMatch(/GX-0001 may be the same program: score 0\.\d\d \(dates 0\.50, title 0\.\d\d\)\./);
});

describe('questions for a dataset that begins', () => {
  const states = ['US\r', 'BR,VN\r', 'Our project; Иванов, И.\r'];

  it('write the folder that was answered for', async () => {
    const { terminal, shown, left } = person([...states, 'CC-BY-4.0\r', '2010\r', '\r', 'course\r']);
    const home = join(folder, 'new');
    await begin({ ...taskOf('dataset init'), places: { folder: home } }, terminal);
    expect(left()).toBe(0);
    expect(shown()).not.toContain('license_url');
    expect(readdirSync(home).sort()).toEqual(['.github', 'data']);
    expect(JSON.parse(readFileSync(join(home, 'data/dataset.json'), 'utf8'))).toMatchObject({
      name: 'new',
      creators: ['Our project', 'Иванов, И.'],
      senders: ['US'],
      recipients: ['BR', 'VN'],
      collected: { from: '2010', to: null },
      unit: 'course',
      license_url: 'https://creativecommons.org/licenses/by/4.0/',
    });
  });

  it('ask for the address of a licence that is no usual one, and refuse what is no state at once', async () => {
    const answers = ['XX\r', ...states, 'Ours\r', '\r', '\r', 'program\r', 'https://example.org/terms\r'];
    const { terminal, shown, left } = person(answers);
    const { answer } = await begin({ ...taskOf('dataset init'), places: { folder: join(folder, 'new') } }, terminal);
    expect(left()).toBe(0);
    expect(shown()).toContain('"XX" is not allowed; allowed is');
    expect(answer).toMatchObject({ meta: { license: 'Ours', license_url: 'https://example.org/terms' } });
  });

  it('are none where every value comes by an option, and nothing is written for one that is not allowed', async () => {
    const given = [
      ['senders', 'US'],
      ['recipients', 'BR'],
      ['creators', 'Us'],
      ['license', 'Ours'],
    ] as const;
    const home = join(folder, 'new');
    const task = { ...taskOf('dataset init', given), places: { folder: home } };
    await expect(begin(task)).rejects.toThrow(
      '--license-url is nothing; allowed is the address of "Ours", which is no usual licence of data.',
    );
    expect(readdirSync(folder)).not.toContain('new');
    const later = { ...task, options: [...given, ['license_url', 'https://example.org/terms']] as Task['options'] };
    await begin(later);
    await expect(begin(later)).rejects.toThrow('data is not empty; expected a new folder.');
  });

  it('write what GitHub runs with the actions that our own workflow names', async () => {
    const home = join(folder, 'new');
    const options = [
      ...[['senders', 'US'] as const, ['recipients', 'BR'] as const],
      ...[['creators', 'Us'] as const, ['license', 'CC0-1.0'] as const],
    ];
    await begin({ ...taskOf('dataset init', options), places: { folder: home } });
    const used = (file: string) => readFileSync(file, 'utf8').match(/uses: .*/g);
    const ours = join(import.meta.dirname, '../../../.github/workflows/ci.yml');
    expect(used(join(home, '.github/workflows/dataset.yml'))).toEqual(used(ours));
  });
});
