import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLinks, type LinkedSource } from '../src/links/check-links.ts';
import { HostTurns } from '../src/links/host-turns.ts';
import type { LinkCheck } from '../src/links/link-check.ts';
import { startSite, type Site } from './link-server.ts';

/** How many pages of each kind, and what a check of each must find. */
const kinds = {
  ok: [70, 'ok'],
  moved: [20, 'redirected'],
  home: [5, 'gone'],
  missing: [30, 'gone'],
  gone: [15, 'gone'],
  busy: [10, 'ok'],
  refusing: [5, 'unsettled'],
  broken: [10, 'unsettled'],
  hanging: [4, 'unreachable'],
  trickling: [2, 'unsettled'],
  circle: [5, 'unsettled'],
  lying: [5, 'unsettled'],
  short: [5, 'ok'],
  large: [2, 'ok'],
  strange: [2, 'unsettled'],
  secret: [5, 'unsettled'],
  nobody: [5, 'unreachable'],
} as const;

const sites: Site[] = [];
const checks: LinkCheck[] = [];
let sources: LinkedSource[] = [];

/** An archive that has two copies of every page. */
const timemap = (page: string) =>
  [
    `<${page}>; rel="original",`,
    `<https://archive.example/2010/${page}>; rel="first memento"; datetime="Fri, 01 Jan 2010 00:00:00 GMT",`,
    `<https://archive.example/2020/${page}>; rel="last memento"; datetime="Wed, 01 Jan 2020 00:00:00 GMT"`,
  ].join('\n');

beforeAll(async () => {
  for (let count = 0; count < 6; count += 1) sites.push(await startSite(timemap));
  const closed = await startSite();
  await closed.stop();
  const paths = Object.entries(kinds).flatMap(([kind, [count]]) =>
    Array.from({ length: count }, (_, place) => ({ kind, place })),
  );
  sources = paths.map(({ kind, place }, index) => {
    const { origin } = kind === 'nobody' ? closed : (sites[index % sites.length] ?? closed);
    const accessed = place % 2 === 0 ? '2011-05' : '2019';
    return { id: `S-${String(index).padStart(4, '0')}`, url: `${origin}/${kind}/${place}`, accessed };
  });
  await checkLinks([...sources, { id: 'S-9999', url: null, accessed: '2020' }], {
    limits: { time: 2000, bytes: 500_000, redirects: 5, retry: 1000 },
    turns: new HostTurns(0),
    agent: 'govexport-check-links',
    side_by_side: 4,
    timemap: `${sites[0]?.origin ?? ''}/timemap/`,
    today: '2026-12-01',
    onCheck: (check) => checks.push(check),
  });
});

afterAll(async () => {
  for (const site of sites) await site.stop();
});

const kindOf = ({ url }: Pick<LinkCheck, 'url'>) => new URL(url).pathname.split('/')[1] ?? '';

describe('200 addresses', () => {
  it('are each checked once; a source without one is passed over', () => {
    expect(sources).toHaveLength(200);
    expect(checks.map(({ source }) => source).sort()).toEqual(sources.map(({ id }) => id));
  });

  it.each(Object.entries(kinds))('%s: %o', (kind, [count, result]) => {
    const found = checks.filter((check) => kindOf(check) === kind);
    expect(found.map((check) => check.result)).toEqual(Array.from({ length: count }, () => result));
  });

  it('say why, where they are not ok', () => {
    const reasons = new Map(checks.map((check) => [kindOf(check), check.reason?.replace(/http:\S+/, '…') ?? null]));
    expect(Object.fromEntries(reasons)).toEqual({
      ok: null,
      moved: 'it leads to …',
      home: 'it leads to the front page of a site',
      missing: 'the server answers 404',
      gone: 'the server answers 410',
      busy: null,
      refusing: 'the server answers 429',
      broken: 'the server answers 500',
      hanging: 'no answer within 2 s',
      trickling: 'no end within 2 s',
      circle: 'it leads round in a circle, back to …',
      lying: 'the answer broke off',
      short: null,
      large: null,
      strange: 'it leads on to javascript:alert(1), which is no page',
      secret: 'its robots.txt asks programs to stay away',
      nobody: 'ECONNREFUSED',
    });
  });

  it('have the hash of what was answered, unless it was too much', () => {
    for (const check of checks) {
      const whole = ['ok', 'redirected'].includes(check.result) && kindOf(check) !== 'large';
      expect(check.content_sha256 !== null, check.url).toBe(whole);
    }
  });

  it('are asked politely: one request a host at a time, robots.txt once, nothing that it forbids', () => {
    for (const site of sites) {
      expect(site.most()).toBe(1);
      expect(site.asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
      expect(site.asked.filter((path) => path.startsWith('/secret/'))).toEqual([]);
      const asked = site.asked.filter((path) => path.startsWith('/refusing/'));
      expect(new Set(asked).size).toBe(asked.length);
    }
  });

  it('have, where they are lost, the copy nearest to the day when the source was read', () => {
    const accessed = new Map(sources.map((source) => [source.id, source.accessed]));
    for (const { source, url, result, archived, archived_url } of checks) {
      const year = accessed.get(source) === '2019' ? '2020' : '2010';
      const isLost = result === 'gone' || result === 'unreachable';
      const copy = [`${year}-01-01`, `https://archive.example/${year}/${url}`];
      expect([archived, archived_url]).toEqual(isLost ? copy : [null, null]);
    }
  });
});
