import type { Content } from '@govexport/http';
import {
  catalogue,
  createCaller,
  decodeQuery,
  RequestError,
  type Context,
  type StatisticAnswer,
} from '@govexport/router';
import { canonicalJson, showValue } from '@govexport/schema';
import { encode } from '../formats/encode.ts';
import { contentType, formatNames, isPicture, writtenFormats, type Format } from '../formats/formats.ts';
import { pictureLanguages, type PictureLanguage } from '../formats/picture-language.ts';
import { pictureOf } from '../formats/picture.ts';
import { rowsOfStatistic, statisticOf, tableListedBy, type Page } from '../formats/rows.ts';
import type { Operation } from '../operations.ts';

/** A request for an operation: its inputs as texts, from the path and the query. */
export interface Asked {
  readonly operation: Operation;
  readonly fromPath: readonly [string, string][];
  readonly query: readonly [string, string][];
  readonly format: Format;
  /** That of a picture. */
  readonly language: PictureLanguage;
}

/** What is served, and the address under which clients reach it; empty where the server does not know it. */
export interface Served {
  readonly context: Context;
  readonly origin: string;
}

/** The formats that an operation answers in; what is not a table is JSON only, and what has a chart is drawn too. */
export function formatsOf(operation: Operation): readonly Format[] {
  const statistic = statisticOf(operation);
  if (statistic !== undefined) return catalogue[statistic].chart === null ? writtenFormats : formatNames;
  return tableListedBy(operation) === undefined ? ['json'] : writtenFormats;
}

/** The input of a request. */
export function inputOf({ operation: { input }, fromPath, query }: Asked): unknown {
  if (input !== null) return decodeQuery(input, [...fromPath, ...query]);
  if (query.length === 0) return undefined;
  const expected = 'no input; this address takes none';
  throw new RequestError(
    'invalid-input',
    query.map(([field, value]) => ({ field, value: showValue(value), expected })),
  );
}

/**
 * The key of a request in the cache: the same for every way to write the same input. It is undefined where the input
 * is wrong; the procedure then says why.
 */
export function keyOf({ operation, format, language }: Asked, input: unknown): string | undefined {
  const parsed = operation.input?.safeParse(input);
  if (parsed?.success === false) return undefined;
  // Whether a page was asked for decides what a file of rows holds.
  const part = format === 'json' ? '' : isPicture(format) ? language : isOnePage(input) ? 'page' : 'all';
  return JSON.stringify(['rest', operation.id, format, part, parsed?.data ?? null]);
}

/** Asks the procedure and serialises its answer. */
export async function answerOperation(asked: Asked, input: unknown, served: Served): Promise<Content> {
  const { operation, format } = asked;
  const { context, origin } = served;
  const caller = createCaller(context);
  const ask = (given: unknown): Promise<unknown> => operation.ask(caller, given as never);
  const { version } = context.dataset.meta;
  const answer = await ask(input);
  const page = isOnePage(input);
  // Only a page has a next one; a file holds every row.
  const headers = {
    'content-type': contentType(format),
    ...(format === 'json' || page ? nextLink(asked, answer) : {}),
  };
  if (format === 'json') return { body: canonicalJson(answer), headers };
  const table = tableListedBy(operation);
  const name = table?.name ?? (answer as StatisticAnswer).statistic;
  const named = { ...headers, 'content-disposition': `inline; filename="${name}-${version}.${format}"` };
  if (isPicture(format)) {
    const { language } = asked;
    const drawn = { answer: answer as StatisticAnswer, given: input, dataset: context.dataset, origin, language };
    const pictured = {
      ...named,
      'content-language': pictureLanguages[language],
      // A page that loads from others only what allows it may show it.
      'cross-origin-resource-policy': 'cross-origin',
    };
    return { body: await pictureOf(format, drawn), headers: pictured };
  }
  const rows =
    table === undefined
      ? rowsOfStatistic(answer as StatisticAnswer)
      : table.rowsOf(
          page ? itemsOf(answer) : await allItems(ask, input, answer),
          (answer as Partial<Page>).input?.fields,
        );
  return { body: await encode(format, rows), headers: named };
}

function isOnePage(input: unknown): boolean {
  return typeof input === 'object' && input !== null && ('limit' in input || 'cursor' in input);
}

function itemsOf(answer: unknown): readonly object[] {
  return (answer as Partial<Page>).items ?? [];
}

/** A file of rows is never cut short without a word: it holds all pages. */
async function allItems(ask: (input: unknown) => Promise<unknown>, input: unknown, first: unknown): Promise<object[]> {
  const items = [...itemsOf(first)];
  let cursor = (first as Page).next_cursor ?? null;
  while (cursor !== null) {
    const page = await ask({ ...(input as object), cursor });
    items.push(...itemsOf(page));
    cursor = (page as Page).next_cursor ?? null;
  }
  return items;
}

/** Where the next page is, for clients that follow links (RFC 8288). The address is relative to the one asked. */
function nextLink({ query }: Asked, answer: unknown): { link?: string } {
  const cursor = (answer as Partial<Page> | null)?.next_cursor;
  if (typeof cursor !== 'string') return {};
  const parameters = new URLSearchParams([...query.filter(([name]) => name !== 'cursor')]);
  parameters.set('cursor', cursor);
  return { link: `<?${parameters.toString()}>; rel="next"` };
}
