// Makes the version that changesets gave to the package a release of the data: node scripts/release.ts [PLACE]
// PLACE is the last release as a folder, a tarball or a ZIP; without it, that of the last tag of the repository.
import { root } from './derived-files.ts';
import { releaseData } from './release-data.ts';

try {
  console.log(releaseData(root, process.argv[2]));
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The release failed.');
  console.error('Nothing of the data was changed.');
  process.exitCode = 1;
}
