import { DatasetIdentity } from '@govexport/analysis';
import type { Dataset } from '@govexport/schema';

/** The part of a record answer that says which dataset it came from. */
export const datasetShape = { dataset: DatasetIdentity.describe('The dataset that the answer came from.') };

/** Name, version and hash of a dataset. */
export function identityOf({ meta, sha256 }: Dataset): DatasetIdentity {
  return { name: meta.name, version: meta.version, sha256 };
}
