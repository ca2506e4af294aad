import {
  rangeRefusal,
  responseOf,
  Unwanted,
  type Content,
  type Found,
  type Reply,
  type ResponseCache,
} from '@govexport/http';
import type { Context } from '@govexport/router';
import { HttpProblem } from '../problems/problem.ts';
import { fixedHeaders, signed } from './common-headers.ts';
import { policies, type Policy } from './policy.ts';
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

/** What operations are asked with on behalf of a visit, as long as somebody waits for the answer. */
export type AskingFor = (visit: Visit, left: AbortSignal) => Context;

/** The answers of the app. */
export type AnswerCache = ResponseCache<Note>;

/** How an answer may be kept: under which key, by us and by others. */
export interface Keeping extends Note {
  readonly key: string | undefined;
}

/** Makes an answer; the signal is aborted once nobody waits for it any more. */
type Make = (left: AbortSignal) => Promise<Content>;

/** Serves an answer from the cache, or makes and keeps it. Without a key it is made each time. */
export async function serve(cache: AnswerCache, visit: Visit, keeping: Keeping & { make: Make }): Promise<Response> {
  const { key, policy, route, make } = keeping;
  const makeInTurn = async (left: AbortSignal) => {
    await visit.turn();
    if (left.aborted) throw new Unwanted();
    const content = await make(left);
    return { ...content, headers: { ...fixedHeaders, vary: 'Accept, Accept-Encoding', ...content.headers } };
  };
  const left = visit.left();
  const entry =
    key === undefined ? await cache.passing(await makeInTurn(left)) : await cache.get(key, makeInTurn, left);
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
