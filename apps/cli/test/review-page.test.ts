/** Serves the page of the built program, and asks it as a person and as others would. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptRows, person, reviewPlace, startReview } from './review-program.ts';

const place = reviewPlace();

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks as any program could: also with headers that no browser lets a page set. */
function ask(address: string, { path = '', method = 'GET', headers = {}, body = '' }: Sent = {}) {
  const url = new URL(path, address);
  return new Promise<{ status: number; text: string; headers: Readonly<Record<string, unknown>> }>(
    (resolve, reject) => {
      const asked = request(url, { method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
      });
      asked.on('error', reject);
      asked.end(body);
    },
  );
}

async function served(
  code = 'R01',
  ...args: string[]
): Promise<{ child: ChildProcessWithoutNullStreams; address: string }> {
  const child = startReview(place, [...person(code), ...args]);
  let text = '';
  child.stderr.setEncoding('utf8');
  while (!text.includes('every mark is kept')) text += String((await once(child.stderr, 'data'))[0]);
  return { child, address: /http:\S+/.exec(text)?.[0] ?? '' };
}

const mark = (address: string, field: string, more = 'verdict=right') =>
  ask(address, { path: 'GX-0001/mark', method: 'POST', body: `field=${field}&${more}` });

describe('the page of a review', () => {
  it('leads to a record, keeps a mark and goes on to the next field', async () => {
    const { address, child } = await served();
    expect((await ask(address)).headers['location']).toMatch(/\/GX-0001$/);
    const { status, headers } = await mark(address, 'title');
    expect([status, String(headers['location']).replace(/^.*GX/, 'GX')]).toEqual([
      303,
      'GX-0001?field=description#field-description',
    ]);
    expect(keptRows(place)).toEqual(['GX-0001 title right']);
    child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
  });

  it('loses nothing where it is killed between two marks', async () => {
    const fields = ['title', 'description', 'start', 'end', 'year', 'sector'];
    for (const field of fields) {
      const { address, child } = await served();
      await mark(address, field);
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    expect(keptRows(place)).toEqual(fields.toSorted().map((field) => `GX-0001 ${field} right`));
  }, 60_000);

  it('takes marks back, and refuses what does not fit with what was typed', async () => {
    const { address } = await served();
    await mark(address, 'title');
    const refused = await mark(address, 'sector', 'verdict=wrong&value=%3Cmilk%3E&reason=%22So%22');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('role="alert">sector cannot be &quot;&lt;milk&gt;&quot;; expected one of police,');
    expect(refused.text).toContain('value="&quot;So&quot;"');
    const undone = await ask(address, { path: 'undo', method: 'POST' });
    expect(undone.headers['location']).toContain('?field=title#field-title');
    expect(keptRows(place)).toEqual([]);
  });

  it('shows what was typed where the file was changed by another hand', async () => {
    const { address } = await served();
    mkdirSync(join(place.root, 'data/reviews'));
    writeFileSync(join(place.root, 'data/reviews/R01.csv'), 'mine\n');
    const { status, text } = await mark(address, 'title');
    expect(status).toBe(409);
    expect(text).toContain('R01.csv was changed by another program since it was read; start the review anew.');
    expect(readFileSync(join(place.root, 'data/reviews/R01.csv'), 'utf8')).toBe('mine\n');
  });

  it('is in three languages', async () => {
    const { address } = await served('R01', '--language', 'ru');
    const { text } = await ask(address, { path: 'GX-0001' });
    expect(text).toContain('lang="ru"');
    expect(text).toContain('Отмечено полей: 0 из 504; закончено записей: 0 из 12.');
    expect(text).toContain('Первый день, месяц или год.');
  });

  it('asks no other place for anything, and stands in no frame', async () => {
    const { address } = await served();
    const { headers, text } = await ask(address, { path: 'GX-0001' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const loaded = [...text.matchAll(/(?:src|href)="([^"]*)"[^>]*>/g)].filter(
      ([tag]) => !tag.includes('target="_blank"'),
    );
    expect(loaded.map(([, place = '']) => place).filter((place) => /^(https?:)?\/\//.test(place))).toEqual([]);
  });

  const body = 'field=title&verdict=right';
  it.each<[string, number, (host: string) => Sent]>([
    ['another host, as a name bound to this machine has', 403, () => ({ headers: { host: 'evil.example' } })],
    [
      'localhost, since the page has another name',
      403,
      (host) => ({ headers: { host: host.replace('127.0.0.1', 'localhost') } }),
    ],
    [
      'a form of another page',
      403,
      () => ({ method: 'POST', path: 'GX-0001/mark', body, headers: { origin: 'https://evil.example' } }),
    ],
    [
      'a form of a page without an origin',
      403,
      () => ({ method: 'POST', path: 'GX-0001/mark', body, headers: { origin: 'null' } }),
    ],
    [
      'another port of this machine',
      403,
      () => ({ method: 'POST', path: 'undo', headers: { origin: 'http://127.0.0.1:1' } }),
    ],
    ['a link of another site', 403, () => ({ path: 'GX-0001', headers: { 'sec-fetch-site': 'cross-site' } })],
    ['who does not know the token', 404, () => ({ path: '/GX-0001/mark', method: 'POST', body })],
    ['a token of the same length', 404, () => ({ path: `/${'A'.repeat(32)}/GX-0001` })],
    ['another method', 405, () => ({ path: 'GX-0001', method: 'DELETE' })],
    ['a record that is not there', 404, () => ({ path: 'GX-9999' })],
    ['a body without end', 413, () => ({ path: 'GX-0001/mark', method: 'POST', body: 'x'.repeat(100_000) })],
  ])('refuses %s', async (_, status, sent) => {
    const { address } = await served();
    expect((await ask(address, sent(new URL(address).host))).status).toBe(status);
    expect(keptRows(place)).toEqual([]);
  });
});
