// Writes the made part of docs/terms.md: names of the schema and the catalogue in every language.
import { readFileSync, writeFileSync } from 'node:fs';
import { madeBelow, termsList } from './terms-list.ts';

const page = new URL('../../../docs/terms.md', import.meta.url);
const [written = ''] = readFileSync(page, 'utf8').split(madeBelow);
writeFileSync(page, `${written}${madeBelow}\n\n${termsList()}\n`);
