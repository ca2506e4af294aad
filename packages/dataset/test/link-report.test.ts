import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../src/index.ts';
import { fillLinks } from '../src/links/fill-links.ts';
import { readRound, writeRound, type LinkCheck } from '../src/links/link-check.ts';
import { linkReport } from '../src/links/link-report.ts';
import { copiesIn } from '../src/links/timemap.ts';

const [example] = loadDataset().sources;
if (example === undefined) throw new Error('The dataset has no source.');

const sourceOf = (id: string, publisher: string, published: string | null) => ({
  ...example,
  id,
  publisher,
  published,
});
const checkOf = (source: string, result: LinkCheck['result'], url = example.url ?? ''): LinkCheck => ({
  ...{ source, url, result, reason: null, http_status: null, final_url: null, content_sha256: null },
  ...{ archived_url: null, archived: null, checked: '2026-12-01' },
});

describe('the report of a round', () => {
  const sources = [
    sourceOf('S-1', 'Daily', '2014-05'),
    sourceOf('S-2', 'Daily', '2009'),
    sourceOf('S-3', 'Weekly', null),
    sourceOf('S-4', 'Weekly', '2014'),
  ];
  const results = ['ok', 'ok', 'gone', 'unreachable'] as const;
  const checks = results.map((result, place) => checkOf(`S-${place + 1}`, result));

  it('counts by year, the unknown one last, and by publisher, the most lost first', () => {
    const { by_year, by_publisher } = linkReport(sources, checks);
    expect(by_year.map((one) => [one.of, one.sources, one.ok, one.gone, one.unreachable])).toEqual([
      ['2009', 1, 1, 0, 0],
      ['2014', 2, 1, 0, 1],
      ['unknown', 1, 0, 1, 0],
    ]);
    expect(by_publisher.map((one) => [one.of, one.sources, one.gone + one.unreachable])).toEqual([
      ['Weekly', 2, 2],
      ['Daily', 2, 0],
    ]);
  });
});

describe('the records of sources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  mkdirSync(join(folder, 'sources'));
  const write = (id: string) =>
    writeFileSync(join(folder, 'sources', `${id}.json`), `${JSON.stringify({ ...example, id }, null, 2)}\n`);
  const read = (id: string) => JSON.parse(readFileSync(join(folder, 'sources', `${id}.json`), 'utf8')) as object;

  it('take what is settled of the address that they have, and nothing else', () => {
    ['S-1', 'S-2', 'S-3'].forEach(write);
    const checks = [
      checkOf('S-1', 'gone'),
      checkOf('S-2', 'unsettled'),
      checkOf('S-3', 'ok', 'https://other.example/'),
    ];
    expect(fillLinks(folder, checks)).toEqual(['S-1']);
    expect(read('S-1')).toEqual({ ...example, id: 'S-1', link_status: 'gone', link_checked: '2026-12-01' });
    expect(read('S-2')).toEqual({ ...example, id: 'S-2' });
    expect(read('S-3')).toEqual({ ...example, id: 'S-3' });
    expect(fillLinks(folder, checks)).toEqual([]);
  });

  it('are not looked for in a file that is no round', () => {
    const path = join(folder, 'round.json');
    expect(readRound(path)).toEqual([]);
    writeRound(path, [checkOf('S-1', 'ok')]);
    expect(readRound(path)).toEqual([checkOf('S-1', 'ok')]);
    writeFileSync(path, '{"checks": [{}]}');
    expect(() => readRound(path)).toThrow('is no list of link checks; expected one that check-links wrote.');
  });
});

it.each([
  '',
  'no list',
  '<https://a.example/>; rel="memento"',
  '<x>; rel="memento"; datetime="Fri, 01 Jan 2010 00:00:00 GMT"',
])('a TimeMap that names no copy gives none: %s', (text) => {
  expect(copiesIn(text)).toEqual([]);
});
