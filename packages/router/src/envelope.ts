import { DatasetIdentity } from '@govexport/analysis';

/** The part of a record answer that says which dataset it came from. */
export const datasetShape = { dataset: DatasetIdentity.describe('The dataset that the answer came from.') };
