import type { Snippets } from '@govexport/router';
import type { Format } from '../formats/formats.ts';

/** An example of how to ask in one language, as OpenAPI tools show it (`x-codeSamples`). */
export interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/** What an example answers with. */
interface Answered {
  readonly title: string;
  readonly formats: readonly Format[];
}

/** How to ask for an answer in five languages: as a table where the answer has one; and how to show its picture. */
export function codeSamples({ curl, r, python, typescript, url, csv }: Snippets, answered: Answered): CodeSample[] {
  const drawn = answered.formats.includes('svg');
  return [
    { lang: 'shell', label: 'curl', source: curl },
    { lang: 'r', label: 'R', source: r },
    { lang: 'python', label: 'Python', source: python },
    { lang: 'typescript', label: 'TypeScript', source: typescript },
    ...(csv === null ? [] : [{ lang: 'excel', label: 'Excel, Google Sheets', source: inSpreadsheet(csv) }]),
    ...(drawn ? [{ lang: 'html', label: 'Picture in a page', source: onPage(url, answered.title) }] : []),
  ];
}

/** The picture of an answer in one of its languages. */
function onPage(url: string, title: string): string {
  const [path = '', query] = url.split('?');
  const source = `${path}.svg?${query === undefined ? '' : `${query}&`}language=en`;
  return `<img src="${source.replaceAll('&', '&amp;')}" alt="${title}">`;
}

/** Google Sheets reads the table; Excel reads the text of an address of up to 255 letters. */
function inSpreadsheet(csv: string): string {
  return [`=IMPORTDATA("${csv}")`, `=WEBSERVICE("${csv}")`].join('\n');
}
