import type { Source } from '@govexport/schema';
import { fetchPage, NoPage, type Asking, type Page } from './fetch-page.ts';
import type { LinkCheck } from './link-check.ts';
import { Robots } from './robots.ts';
import { nearestCopy } from './timemap.ts';

/** What is read of a source. */
export type LinkedSource = Pick<Source, 'id' | 'url' | 'accessed'>;

/** How a round is made. */
export interface Round extends Asking {
  /** Hosts that are asked side by side. */
  readonly side_by_side: number;
  /** Address of a TimeMap service before that of a page; null where archives are not asked. */
  readonly timemap: string | null;
  /** The day, UTC. */
  readonly today: string;
  readonly onCheck: (check: LinkCheck) => void;
}

/**
 * Opens the address of each source, host by host. A source without an address is passed over.
 *
 * @example
 * typeof checkLinks // => 'function'
 */
export async function checkLinks(sources: readonly LinkedSource[], round: Round): Promise<void> {
  const robots = new Robots(round);
  const byHost = new Map<string, LinkedSource[]>();
  for (const source of sources) {
    if (source.url === null) continue;
    const { host } = new URL(source.url);
    byHost.set(host, [...(byHost.get(host) ?? []), source]);
  }
  const hosts = [...byHost.values()].values();
  const work = async () => {
    for (const ofHost of hosts)
      for (const source of ofHost) round.onCheck(await checkOf(source, source.url ?? '', { round, robots }));
  };
  await Promise.all(Array.from({ length: round.side_by_side }, work));
}

interface Means {
  readonly round: Round;
  readonly robots: Robots;
}

async function checkOf({ id, accessed }: LinkedSource, url: string, { round, robots }: Means): Promise<LinkCheck> {
  const found = await outcomeOf(url, { round, robots });
  const isLost = found.result === 'gone' || found.result === 'unreachable';
  const wanted = { url, day: accessed };
  const copy = isLost && round.timemap !== null ? await nearestCopy(round.timemap, wanted, round) : null;
  const archived = { archived_url: copy?.url ?? null, archived: copy?.date ?? null };
  return { source: id, url, ...found, ...archived, checked: round.today };
}

type Outcome = Pick<LinkCheck, 'result' | 'reason' | 'http_status' | 'final_url' | 'content_sha256'>;

const nothing = { http_status: null, final_url: null, content_sha256: null };

async function outcomeOf(url: string, { round, robots }: Means): Promise<Outcome> {
  try {
    if (!(await robots.allows(url)))
      return { ...nothing, result: 'unsettled', reason: 'its robots.txt asks programs to stay away' };
    return judged(url, await fetchPage(url, round));
  } catch (error) {
    if (!(error instanceof NoPage)) throw error;
    return { ...nothing, result: error.kind, reason: error.message };
  }
}

function judged(url: string, { url: final, status, sha256 }: Page): Outcome {
  const led = sameAddress(url, final) ? null : final;
  const said = { http_status: status, final_url: led };
  if (status === 404 || status === 410)
    return { ...said, content_sha256: null, result: 'gone', reason: `the server answers ${status}` };
  if (status < 200 || status > 299)
    return { ...said, content_sha256: null, result: 'unsettled', reason: `the server answers ${status}` };
  if (led !== null && isFrontPage(led) && !isFrontPage(url))
    return { ...said, content_sha256: null, result: 'gone', reason: 'it leads to the front page of a site' };
  const result = led === null ? 'ok' : 'redirected';
  return { ...said, content_sha256: sha256, result, reason: led === null ? null : `it leads to ${led}` };
}

/** The part behind # is not sent. */
function sameAddress(one: string, other: string): boolean {
  const plain = (address: string) => new URL(address).href.replace(/#.*$/, '');
  return plain(one) === plain(other);
}

function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return search === '' && /^\/(index\.\w+)?$/.test(pathname);
}
