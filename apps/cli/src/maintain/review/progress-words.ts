import type { ReviewDesk } from '@govexport/dataset/maintain';

/** How far a person is, in a sentence that the catalogues know. */
export function progressWords(desk: Pick<ReviewDesk, 'progress'>): string {
  const { records, finished, fields, marked } = desk.progress();
  return `${marked} of ${fields} fields are marked, ${finished} of ${records} records are finished.`;
}
