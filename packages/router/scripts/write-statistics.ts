// Writes statistics.json of the dataset package: the answers of all statistics with default inputs.
import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openDataset, publishedStatistics, statisticsText } from '@govexport/router/node';

const home = fileURLToPath(new URL('../../dataset/', import.meta.url));
const target = `${home}statistics.json`;

// The folder, so that the answers follow the records without a build.
const text = statisticsText(await publishedStatistics(openDataset(`${home}data`)));
writeFileSync(`${target}.part`, text);
renameSync(`${target}.part`, target);
