// Writes the commands as data beside the built code, which the start reads.
import { writeFileSync } from 'node:fs';
import { wordsText } from '../src/start/written-words.ts';
import { builtWords, exampleOutputs } from './built-words.ts';

const words = builtWords();
const folder = new URL('../dist/', import.meta.url);
writeFileSync(new URL('commands.json', folder), wordsText(words));
writeFileSync(new URL('examples.json', folder), JSON.stringify(await exampleOutputs(words)));
