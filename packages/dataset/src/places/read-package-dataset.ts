import type { Dataset } from '@govexport/schema';
import { DatasetError } from '../dataset-error.ts';
import { packageDataset } from '../verify/package-dataset.ts';
import { readPlace, type PlaceFiles } from './read-place.ts';

/**
 * Reads and checks the dataset of a package, or of a folder of records, that is packed as one file.
 *
 * @param place - path of a .zip, .tgz or .tar.gz, or of the folder of a package
 * @throws PlaceError where it is none of these or cannot be unpacked
 * @throws DatasetError with every problem of the records
 * @example
 * readPackageDataset('.').meta.name // => 'govexport'
 */
export function readPackageDataset(place: string): Dataset {
  const { dataset, problems } = packageDataset(belowData(readPlace(place)));
  if (dataset === null) throw new DatasetError(place, problems);
  return dataset;
}

/** The records of a package lie in data/; those of a folder of records that was packed lie at the top. */
function belowData(files: PlaceFiles): PlaceFiles {
  return files.has('dataset.json') ? new Map([...files].map(([path, content]) => [`data/${path}`, content])) : files;
}
