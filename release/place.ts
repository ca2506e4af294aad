/**
 * `pnpm release:place --repository URL --homepage URL --doi DOI`: says in every manifest where the repository is, and in the
 * dataset where it is published. Nothing of that is known before there is such a place.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { needed, published } from '@govexport/package-test/packed.ts';
import { fillPlace, placeProblems } from './src/place.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { repository: text, homepage: text, doi: text } });
const root = fileURLToPath(new URL('..', import.meta.url));
const problems =
  Object.keys(values).length === 0
    ? ['No place is given; expected --repository, --homepage or --doi.']
    : placeProblems(values);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(2);
}
const changed = fillPlace(root, [...published, ...needed], values);
if (changed.length > 0)
  spawnSync('prettier', ['--write', '--log-level', 'warn', ...changed], { cwd: root, stdio: 'inherit' });
const ofData = changed.includes('packages/dataset/data/dataset.json');
const next = ofData ? ' The data says it from its next release on: commit, then run pnpm release:version.' : '';
console.log(changed.length === 0 ? 'Every file says so already.' : `Wrote ${changed.join(', ')}.${next}`);
