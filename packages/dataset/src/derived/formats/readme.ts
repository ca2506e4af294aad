import { citationOf } from '@govexport/schema';
import type { Description } from '../metadata/description.ts';

/** What whoever opens the files must know, a line each. */
export function readmeLines({ meta, sha256, homepage, files }: Description): string[] {
  return [
    meta.title,
    `Version ${meta.version}. SHA-256 of the content: ${sha256}.`,
    meta.description,
    `Licence: ${meta.license}, ${meta.license_url}, but for the tables that name their own in datapackage.json.`,
    ...(homepage === null ? [] : [`Home: ${homepage}`]),
    `Cite as: ${citationOf({ meta, sha256 }).apa}`,
    'How to read the tables',
    'UTF-8, lines end in LF, the first row names the fields. An empty cell is unknown, and never no.',
    'The fields of a group are named group_field. The values of a list are joined by “; ”, a body with its state as “name (CODE)”; an empty list is an empty cell. Every list is also a table of its own, <table>_<list>, with the id of the record, the position from 1 and the value.',
    'A text that begins with =, +, -, @, a tab, a carriage return or an apostrophe has one apostrophe before it in CSV and XLSX, so that no spreadsheet runs it. Take the first apostrophe off to get the text. Parquet, SQLite and JSON hold the text itself.',
    'Before using the numbers',
    ...meta.cautions,
    'Tables',
    ...files.map(({ name, title, description }) => `${name}: ${title}. ${description}`),
  ];
}

/** The same as a text. */
export function readmeText(description: Description): string {
  return readmeLines(description)
    .map((line) => `${line}\n`)
    .join('\n');
}
