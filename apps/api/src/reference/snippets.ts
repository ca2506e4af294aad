import type { Format } from '../formats/formats.ts';

/** An example of how to ask in one language, as OpenAPI tools show it (`x-codeSamples`). */
export interface Snippet {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/** What an example asks. */
export interface Example {
  /** The whole address, in JSON. */
  readonly address: string;
  readonly formats: readonly Format[];
  /** What the answer is of. */
  readonly title: string;
}

/** How to ask for an answer in five languages: as a table where the answer has one; and how to show its picture. */
export function snippetsOf({ address, formats, title }: Example): Snippet[] {
  const csv = formats.includes('csv') ? withEnding(address, 'csv') : undefined;
  return [
    { lang: 'shell', label: 'curl', source: `curl --fail --silent --show-error '${address}'` },
    { lang: 'r', label: 'R', source: csv === undefined ? jsonInR(address) : `answer <- read.csv("${csv}")` },
    { lang: 'python', label: 'Python', source: csv === undefined ? jsonInPython(address) : tableInPython(csv) },
    { lang: 'typescript', label: 'TypeScript', source: inTypeScript(address) },
    ...(csv === undefined ? [] : [{ lang: 'excel', label: 'Excel, Google Sheets', source: inSpreadsheet(csv) }]),
    ...(formats.includes('svg') ? [{ lang: 'html', label: 'Picture in a page', source: onPage(address, title) }] : []),
  ];
}

/** An address with the ending of a format behind its path. */
function withEnding(address: string, format: Format): string {
  const [path = '', ...query] = address.split('?');
  return [`${path}.${format}`, ...query].join('?');
}

function jsonInR(address: string): string {
  return `answer <- jsonlite::fromJSON("${address}")`;
}

function jsonInPython(address: string): string {
  return ['import json, urllib.request', '', `answer = json.load(urllib.request.urlopen("${address}"))`].join('\n');
}

function tableInPython(address: string): string {
  return [
    'import csv, io, urllib.request',
    '',
    `with urllib.request.urlopen("${address}") as response:`,
    '    answer = list(csv.DictReader(io.TextIOWrapper(response, "utf-8")))',
  ].join('\n');
}

function inTypeScript(address: string): string {
  return [
    `const response = await fetch('${address}');`,
    'if (!response.ok) throw new Error((await response.json()).detail);',
    'const answer = await response.json();',
  ].join('\n');
}

/** The picture of an answer in one of its languages. */
function onPage(address: string, title: string): string {
  const picture = withEnding(address, 'svg');
  const source = `${picture}${picture.includes('?') ? '&' : '?'}language=en`;
  return `<img src="${source.replaceAll('&', '&amp;')}" alt="${title}">`;
}

/** Google Sheets reads the table; Excel reads the text of an address of up to 255 letters. */
function inSpreadsheet(address: string): string {
  return [`=IMPORTDATA("${address}")`, `=WEBSERVICE("${address}")`].join('\n');
}
