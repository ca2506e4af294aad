import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { home, runBuilt } from './run-built.ts';

const folder = mkdtempSync(join(tmpdir(), 'issue-'));
const run = (...args: string[]) => runBuilt(['dataset', 'new', ...args, '--dataset', 'data'], {}, { folder });

/** As a code host writes the form of a program. */
const issue = `### Program: title

Customs seminar, Urumqi

### Program: description

A seminar for
customs officers.

### Program: start

2014-05

### Program: end

_No response_

### Program: venue

in_sender

### Program: countries

KZ, KG

### Program: domain

security

### Source: url

https://example.org/customs

### Source: publisher

Example News

### Source: publisher type

state_media

### Source: language

en

### Source: is copy

false

### Source: accessed

2026-11-30
`;

beforeAll(() => {
  cpSync(join(home, 'test/dataset'), join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'issue.md'), issue);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('an issue becomes a source and the program that cites it, and the dataset is valid', async () => {
  const source = await run('source', '--from-issue', 'issue.md', '--access', 'live page', '--format', 'json');
  expect([source.stderr, source.exit_code]).toEqual(['', 0]);
  const { id } = JSON.parse(source.stdout) as { id: string };
  const own = ['--sources', id, '--year-basis', 'stated', '--confidence', 'medium'];
  const program = await run('program', '--from-issue', 'issue.md', ...own, '--format', 'json');
  expect([program.stderr, program.exit_code]).toEqual(['', 0]);
  const { written } = JSON.parse(program.stdout) as { written: string };
  expect(JSON.parse(readFileSync(join(folder, written), 'utf8'))).toMatchObject({
    title: 'Customs seminar, Urumqi',
    description: 'A seminar for customs officers.',
    start: '2014-05',
    end: null,
    year: 2014,
    countries: ['KZ', 'KG'],
    sources: [id],
  });
  expect((await runBuilt(['dataset', 'validate', 'data'], {}, { folder })).exit_code).toBe(0);
});

it('an option goes before the issue, and what both lack is asked for in one sentence', async () => {
  const { stderr, exit_code } = await run('program', '--from-issue', 'issue.md', '--domain', 'civic', '--dry-run');
  expect(stderr.replace(/\s+/g, ' ')).toContain('--domain is "civic"; allowed is');
  expect(stderr.replace(/\s+/g, ' ')).toContain('--confidence is nothing');
  expect(exit_code).toBe(2);
});

it.each([
  ['none.md', 'none.md is not there.'],
  ['data', 'data is no file; expected a text in UTF-8 of at most 1048576 bytes.'],
  ['data/dataset.json', 'data/dataset.json gives no value of programs; expected a value below a heading'],
])('refuses %s', async (path, sentence) => {
  const { stderr, exit_code } = await run('program', '--from-issue', path);
  expect(stderr.replace(/\s+/g, ' ')).toContain(sentence);
  expect(exit_code).toBe(3);
});
