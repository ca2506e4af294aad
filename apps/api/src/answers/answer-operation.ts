import type { Content } from '@govexport/http';
import {
  catalogue,
  decodeQuery,
  parseInput,
  type AddressedOperation,
  type Context,
  type Given,
  type Operation,
  type StatisticAnswer,
} from '@govexport/router';
import { canonicalJson, type Dataset } from '@govexport/schema';
import { encode } from '../formats/encode.ts';
import { contentType, formatNames, isPicture, writtenFormats, type Format } from '../formats/formats.ts';
import { markParameter, pictureLanguages, type PictureLanguage } from '../formats/own-parameters.ts';
import { pictureOf } from '../formats/picture.ts';
import { rowsOfStatistic, statisticOf, tableListedBy, type Page } from '../formats/rows.ts';

/** A request for an operation: its inputs as texts, from the path and the query. */
export interface Asked {
  readonly operation: AddressedOperation;
  readonly fromPath: readonly [string, string][];
  readonly query: readonly [string, string][];
  readonly format: Format;
  /** That of a picture. */
  readonly language: PictureLanguage;
  /** Whether a CSV begins with a byte order mark. */
  readonly marked: boolean;
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

/** The input of a request: as it was given, and checked with its defaults filled in. */
export interface RequestInput {
  readonly given: Given;
  readonly input: Given;
}

/**
 * Decodes and checks the input of a request.
 *
 * @param dataset - whose recipients and scopes may be named
 * @throws RequestError `invalid-input` with everything that is wrong
 */
export function inputOf({ operation, fromPath, query }: Asked, dataset: Dataset): RequestInput {
  const given = decodeQuery(operation.input, [...fromPath, ...query]);
  return { given, input: parseInput(operation, given, dataset) };
}

/** The key of a request in the cache: the same for every way to write the same input. */
export function keyOf({ operation, format, language, marked }: Asked, { given, input }: RequestInput): string {
  // Whether a page was asked for decides what a file of rows holds.
  const part = format === 'json' ? '' : isPicture(format) ? language : isOnePage(given) ? 'page' : 'all';
  return JSON.stringify(['rest', operation.id, marked ? `${format} ${markParameter.name}` : format, part, input]);
}

/** Asks the operation and serialises its answer. */
export async function answerOperation(asked: Asked, { given, input }: RequestInput, served: Served): Promise<Content> {
  const { operation, format } = asked;
  const { context, origin } = served;
  const { version } = context.dataset.meta;
  const answer = await operation.ask(context, input);
  const page = isOnePage(given);
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
    const drawn = { answer: answer as StatisticAnswer, given, dataset: context.dataset, origin, language };
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
      ? rowsOfStatistic(answer as StatisticAnswer, context.dataset.meta)
      : table.rowsOf(
          page ? itemsOf(answer) : await allItems((cursor) => operation.ask(context, { ...input, cursor }), answer),
          (answer as Partial<Page>).input?.fields,
        );
  return { body: await encode(format, rows, asked.marked), headers: named };
}

function isOnePage(given: Given): boolean {
  return 'limit' in given || 'cursor' in given;
}

function itemsOf(answer: unknown): readonly object[] {
  return (answer as Partial<Page>).items ?? [];
}

/** A file of rows is never cut short without a word: it holds all pages. */
async function allItems(pageAt: (cursor: string) => Promise<unknown>, first: unknown): Promise<object[]> {
  const items = [...itemsOf(first)];
  let cursor = (first as Page).next_cursor ?? null;
  while (cursor !== null) {
    const page = await pageAt(cursor);
    items.push(...itemsOf(page));
    cursor = (page as Page).next_cursor ?? null;
  }
  return items;
}

/** Where the next page is, for clients that follow links (RFC 8288). The address is relative to the one asked. */
function nextLink({ query, marked }: Asked, answer: unknown): { link?: string } {
  const cursor = (answer as Partial<Page> | null)?.next_cursor;
  if (typeof cursor !== 'string') return {};
  const parameters = new URLSearchParams([...query.filter(([name]) => name !== 'cursor')]);
  parameters.set('cursor', cursor);
  if (marked) parameters.set(markParameter.name, '1');
  return { link: `<?${parameters.toString()}>; rel="next"` };
}
