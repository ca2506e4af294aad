// Makes the version that changesets gave to the package a release of the data: node scripts/release.ts [PLACE]
// PLACE is the last release as a folder, a tarball or a ZIP; without it, that of the last tag of the repository.
import { readVersion } from '../src/changes/read-version.ts';
import { root } from './derived-files.ts';
import { lastReleased, lastTagged } from './last-tagged.ts';
import { releaseData } from './release-data.ts';

const [, , place] = process.argv;
try {
  console.log(releaseData(root, place === undefined ? lastTagged(root, lastReleased(root)) : await readVersion(place)));
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The release failed.');
  console.error('Nothing of the data was changed.');
  process.exitCode = 1;
}
