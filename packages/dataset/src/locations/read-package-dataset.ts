import type { Dataset } from '@govexport/schema';
import { DatasetError } from '../dataset-error.ts';
import { packageDataset } from '../verify/package-dataset.ts';
import { readLocation, type LocationFiles } from './read-location.ts';

/**
 * Reads and checks the dataset of a package, or of a folder of records, that is packed as one file.
 *
 * @param location - path of a .zip, .tgz or .tar.gz, or of the folder of a package
 * @throws LocationError where it is none of these or cannot be unpacked
 * @throws DatasetError with every problem of the records
 * @example
 * (await readPackageDataset('.')).meta.name // => 'govexport'
 */
export async function readPackageDataset(location: string): Promise<Dataset> {
  const files = await readLocation(location);
  const { dataset, problems } = packageDataset(belowData(files));
  const shown = problems.map((one) =>
    files.has('dataset.json') ? { ...one, file: one.file.replace(/^data\//, '') } : one,
  );
  if (dataset === null) throw new DatasetError(location, shown);
  return dataset;
}

/** The records of a package lie in data/; those of a folder of records that was packed lie at the top. */
function belowData(files: LocationFiles): LocationFiles {
  return files.has('dataset.json') ? new Map([...files].map(([path, content]) => [`data/${path}`, content])) : files;
}
