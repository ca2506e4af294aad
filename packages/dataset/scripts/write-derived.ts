// Writes every committed file that is made from others: the sums of the US course lines and the codebook.
import { writeFileSync } from 'node:fs';
import { derivedFiles, home } from './derived-files.ts';

for (const { path, text } of derivedFiles) writeFileSync(`${home}${path}`, text());
