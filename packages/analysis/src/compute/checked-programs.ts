import type { Dataset } from '@govexport/schema';
import { checkedOf, isChecked } from '@govexport/schema/vocabularies';

/**
 * The ids of the programs of which persons have checked every field and call none wrong.
 *
 * @example
 * checkedPrograms(dataset); // => []
 */
export function checkedPrograms({ programs, reviews }: Pick<Dataset, 'programs' | 'reviews'>): string[] {
  const byRecord = new Map<string, Dataset['reviews'][number][]>();
  for (const review of reviews) {
    const own = byRecord.get(review.record) ?? [];
    own.push(review);
    byRecord.set(review.record, own);
  }
  return programs.flatMap((program) => {
    const own = byRecord.get(program.id);
    return own !== undefined && isChecked(checkedOf(program, own)) ? program.id : [];
  });
}
