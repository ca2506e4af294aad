import { inputFields } from '../input-fields.ts';
import { listText } from '../list-text.ts';
import { decodeQuery, encodeQuery } from '../query.ts';
import { pathInputs, type AddressedOperation, type Given, type Operation } from './operation.ts';

/** Where an API is, and which version of the data is asked; without a version the one that is served. */
export interface Service {
  /** Such as `http://127.0.0.1:8787`. */
  readonly origin: string;
  readonly version?: string;
}

/** How to ask the same elsewhere. */
export interface Snippets {
  /** Address of the answer as JSON. */
  readonly url: string;
  /** Address of its table as CSV; null where it has none. */
  readonly csv: string | null;
  readonly curl: string;
  /** Words behind `govexport`, as a program gives them; null where there is no command. */
  readonly argv: readonly string[] | null;
  /** The same as a line of a shell. */
  readonly command: string | null;
  /** The expression that asks a typed client called `client`. */
  readonly call: string;
  /** A whole module that makes the client and asks it. */
  readonly typescript: string;
  readonly r: string;
  readonly python: string;
}

/**
 * How to ask an operation for the same from a browser, a shell and programs. An input that is its default is left out.
 *
 * @param operation - one that has an address
 * @param input - its input as a caller gives it
 * @param service - the API that is asked
 * @example
 * const service = { origin: 'https://api.example.org' };
 * snippetsOf(operationNamed('statistics.trend'), { from: 2007, recommended_only: true }, service).command
 * // => 'govexport trend --from 2007 --recommended-only'
 */
export function snippetsOf(operation: AddressedOperation, input: Given, { origin, version }: Service): Snippets {
  const given = decodeQuery(operation.input, encodeQuery(operation.input, input));
  const base = version === undefined ? `${origin}/v1` : `${origin}/v1/data/${version}`;
  const address = (ending: string) => base + addressOf(operation, given, ending);
  const url = address('');
  const csv = operation.view === null ? null : address('.csv');
  const argv = operation.command === null ? null : argvOf(operation, operation.command, given);
  const call = `client.${operation.typedBy?.(given) ?? operation.id}.query(${literal(given)})`;
  return {
    url,
    csv,
    curl: `curl --fail --silent --show-error '${url}'`,
    argv,
    command: argv === null ? null : ['govexport', ...argv.map(quoted)].join(' '),
    call,
    typescript: moduleOf(call, origin),
    r:
      csv === null
        ? `answer <- jsonlite::fromJSON("${url}")`
        : `answer <- read.csv("${csv}", na.strings = "", encoding = "UTF-8")`,
    python: csv === null ? jsonInPython(url) : tableInPython(csv),
  };
}

/** Path and query of an operation below a version of the API. */
function addressOf({ path, input }: AddressedOperation, given: Given, ending: string): string {
  const placed = new Set(pathInputs(path));
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    // A quotation mark would end the text that the address stands in.
    encodeURIComponent(textOf(given[name])).replaceAll("'", '%27'),
  );
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !placed.has(name)));
  const query = readableQuery(encodeQuery(input, rest));
  return `${filled}${ending}${query === '' ? '' : `?${query}`}`;
}

/** Parameters as the text of an address, with commas as people write them. */
export function readableQuery(parameters: Iterable<readonly [string, string]>): string {
  return new URLSearchParams([...parameters].map(([name, value]): [string, string] => [name, value]))
    .toString()
    .replaceAll('%2C', ',');
}

function argvOf(operation: Operation, pattern: string, given: Given): string[] {
  const fields = new Map(inputFields(operation.input).map((field) => [field.name, field.default]));
  const placed = new Set(pathInputs(pattern));
  const words = pattern.split(' ').flatMap((word) => {
    if (!word.startsWith(':')) return [word];
    const value = given[word.slice(1)] ?? fields.get(word.slice(1)) ?? '';
    return value === '' ? [] : [textOf(value)];
  });
  const options = Object.entries(given).filter(([name]) => !placed.has(name));
  return [...words, ...options.flatMap(([name, value]) => optionOf(name, value))];
}

/** An input as an option: a flag is given or refused by its name, and a text may begin with a dash. */
function optionOf(name: string, value: unknown): string[] {
  const words = name.replaceAll('_', '-');
  if (value === null || value === undefined) return [];
  if (typeof value === 'boolean') return [value ? `--${words}` : `--no-${words}`];
  const text = Array.isArray(value) ? listText(value.map(String)) : textOf(value);
  return text.startsWith('-') ? [`--${words}=${text}`] : [`--${words}`, text];
}

/** A single value as a text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A word as a shell reads it: in quotation marks where it is more than plain letters. */
function quoted(word: string): string {
  return /^[\w.,:+=/-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function moduleOf(call: string, origin: string): string {
  return [
    "import { createTRPCClient, httpLink } from '@trpc/client';",
    "import type { AppRouter } from '@govexport/router';",
    '',
    `const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: '${origin}/trpc' })] });`,
    `const answer = await ${call};`,
  ].join('\n');
}

/** An input as an object of JavaScript; nothing where it is empty. */
function literal(given: Given): string {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return '';
  return `{ ${entries.map(([name, value]) => `${name}: ${literalOf(value)}`).join(', ')} }`;
}

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'string') return JSON.stringify(value);
  const inner = JSON.stringify(value)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`);
  return `'${inner}'`;
}

function jsonInPython(address: string): string {
  return ['import json, urllib.request', '', `answer = json.load(urllib.request.urlopen("${address}"))`].join('\n');
}

function tableInPython(address: string): string {
  return [
    'import csv, io, urllib.request',
    '',
    `with urllib.request.urlopen("${address}") as response:`,
    '    rows = csv.DictReader(io.TextIOWrapper(response, "utf-8"))',
    '    answer = [{name: cell or None for name, cell in row.items()} for row in rows]',
  ].join('\n');
}
