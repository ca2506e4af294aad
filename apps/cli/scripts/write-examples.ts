// Writes what the examples print beside the code, for the help to show.
import { writeFileSync } from 'node:fs';
import { exampleOutputs } from './example-outputs.ts';

writeFileSync(new URL('../dist/examples.json', import.meta.url), JSON.stringify(await exampleOutputs()));
