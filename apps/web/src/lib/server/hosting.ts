import { getRequestEvent } from '$app/server';
import { Unwanted, type Allowance, type Incoming } from '@govexport/http';
import { problemOf, type Context } from '@govexport/router';
import { error, redirect } from '@sveltejs/kit';
import { m } from '../generated/messages.js';

/** On whose behalf a page is made, and whether anybody still waits for it. */
export interface Asker {
  readonly client: string;
  readonly left: AbortSignal;
}

/** What a server of Node does for the pages that it serves. */
export interface Host {
  readonly clientOf: (incoming: Incoming | undefined) => string;
  /** Counts a request of a client; undefined where any number may be made. */
  readonly take: (client: string) => Allowance | undefined;
  readonly compute: (question: Parameters<NonNullable<Context['compute']>>[0], asker: Asker) => Promise<unknown>;
}

let host: Host | undefined;

/** Says who serves the pages. Without a host, in a browser or while files are written, statistics are computed in place. */
export function hostedBy(given: Host): void {
  host = given;
}

/** Who serves the pages, where anybody does. */
export function currentHost(): Host | undefined {
  return host;
}

/** How the page that is being made has its statistics computed. */
export function computing(): Context['compute'] {
  const { asker } = host === undefined ? { asker: undefined } : getRequestEvent().locals;
  if (host === undefined || asker === undefined) return undefined;
  const { compute } = host;
  return (question) => compute(question, asker);
}

/** Makes an error page of a statistic that was not computed; what else went wrong is left to the page that asked. */
export function tellOfBusyHost(thrown: Error): void {
  // Nobody reads what is sent; a redirection costs no page.
  if (thrown.cause instanceof Unwanted) redirect(303, '/');
  const { code, status } = problemOf(thrown);
  if (code === 'unavailable') error(status, m.error_busy());
  if (code === 'too-slow') error(status, m.error_slow());
}
