import type { Table } from '@govexport/router';

const cell = /<td[^>]*>(?:<!--[^]*?-->|\s)*<data\b[^>]*\bvalue="([^"]*)"/g;

/** The numbers of all tables of a page, as its HTML holds them in full precision; an empty text where there is none. */
export function numbersIn(html: string): string[] {
  return [...html.matchAll(cell)].map(([, value = '']) => value);
}

/** The numbers of the tables of an answer, row by row. */
export function numbersOf(tables: readonly Table[]): string[] {
  return tables.flatMap(({ columns, rows }) =>
    rows.flatMap((row) =>
      // A text that is unknown is marked as a number that is unknown is.
      columns
        .filter(({ kind, key }) => kind !== 'text' || row[key] === null)
        .map(({ key }) => (row[key] === null ? '' : String(row[key]))),
    ),
  );
}

const numberCell = /<td class="number[^>]*\bdata-column="[^>]*>([^]*?)<\/td>/g;

/** The same numbers as they are read. */
export function writtenOnPage(html: string): string[] {
  return [...html.matchAll(numberCell)].map(([, inner = '']) =>
    inner
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .trim(),
  );
}

/** The numbers of Markdown tables, whose columns stand to the right. */
export function writtenInMarkdown(text: string): string[] {
  return text
    .split('\n\n')
    .flatMap((block) => {
      const [, sides = [], ...rows] = block.split('\n').map((line) => line.slice(2, -2).split(' | '));
      return rows.flatMap((cells) => cells.filter((_, place) => sides[place] === '---:'));
    })
    .map((cell) => cell.replaceAll('\\', ''));
}
