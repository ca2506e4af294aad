import { rangeRefusal, type Content, type Found, type Reply, type ResponseCache, responseOf } from '@govexport/http';
import { HttpProblem } from '../problems/problem.ts';
import { fixedHeaders, signed } from './common-headers.ts';
import { policies, type Policy } from './policy.ts';
import { ClientGone } from './turns.ts';
import { cacheAddress, type RuntimeBindings, type Visit } from './visit.ts';

/** What the routes of the app know of a request beside the request itself. */
export interface RouteEnv {
  Bindings: RuntimeBindings & { readonly visit: Visit };
}

/** What is known of an address that was asked for before. */
export interface Note {
  readonly policy: Policy;
  /** What the answer is of, in words for the log and the metrics. */
  readonly route: string;
}

/** The answers of the app. */
export type AnswerCache = ResponseCache<Note>;

/** How an answer may be kept: under which key, by us and by others. */
export interface Keeping extends Note {
  readonly key: string | undefined;
}

type Make = () => Promise<Content>;

/** Serves an answer from the cache, or makes and keeps it. Without a key it is made each time. */
export async function serve(cache: AnswerCache, visit: Visit, keeping: Keeping & { make: Make }): Promise<Response> {
  const { key, policy, route, make } = keeping;
  const makeInTurn = async () => {
    await visit.turn();
    if (visit.gone()) throw new ClientGone();
    const content = await make();
    return { ...content, headers: { ...fixedHeaders, vary: 'Accept, Accept-Encoding', ...content.headers } };
  };
  const entry = key === undefined ? await cache.passing(await makeInTurn()) : await cache.get(key, makeInTurn);
  const note = { policy, route };
  if (key !== undefined) cache.note(cacheAddress(visit), key, note);
  return responseOf(await send(cache, visit, { entry, note }));
}

/**
 * Sends an entry in the way that the visit asks for.
 *
 * @throws HttpProblem `range-not-satisfiable`
 */
export function send(cache: AnswerCache, visit: Visit, { entry, note }: Found<Note>): Reply | Promise<Reply> {
  visit.route = note.route;
  const finish = ({ status, headers, body }: Reply): Reply => {
    if (status === 416) throw unsatisfiable(visit, entry.bytes.length);
    return { status, headers: signed(headers, visit), body };
  };
  const reply = cache.reply(visit, entry, policies[note.policy]);
  return reply instanceof Promise ? reply.then(finish) : finish(reply);
}

function unsatisfiable({ header }: Visit, length: number): HttpProblem {
  const detail = rangeRefusal(header('range') ?? '', length);
  return new HttpProblem('range-not-satisfiable', { detail, headers: { 'content-range': `bytes */${length}` } });
}
