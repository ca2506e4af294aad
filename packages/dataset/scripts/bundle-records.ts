// Writes the checked records as one module, so that the dataset loads in a bundler and in Node without file access.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inAscii } from '../src/in-ascii.ts';
import { readDataset } from '../src/read-dataset.ts';

const data = fileURLToPath(new URL('../data', import.meta.url));
const target = fileURLToPath(new URL('../src/generated/bundle.ts', import.meta.url));

// Every record is checked here, once; what is loaded later is what was checked.
const dataset = readDataset(data);
// JSON.parse of a string starts faster than the same object as a literal.
const parts = Object.entries(dataset).map(
  ([name, part]) => `  ${name}: ${JSON.stringify(inAscii(JSON.stringify(part)))},\n`,
);
const module = `/** Each part of the published dataset as JSON. Generated from data/; not edited by hand. */
export const bundle = {
${parts.join('')}};
`;
mkdirSync(fileURLToPath(new URL('../src/generated', import.meta.url)), { recursive: true });
writeFileSync(`${target}.part`, module);
renameSync(`${target}.part`, target);
