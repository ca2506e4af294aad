import type { Dataset } from '@govexport/schema';

type Program = Dataset['programs'][number];

/** Fields by which the list of programs can be sorted. */
export const sortKeys = ['start', 'id', 'title', 'host_institution', 'domain', 'confidence'] as const;

/** How a list is sorted. */
export interface Sorting {
  readonly sort: (typeof sortKeys)[number];
  readonly order: 'ascending' | 'descending';
}

const confidenceOrder = ['low', 'medium', 'high'];

/** Text is compared by code unit, so that the order is the same on every machine. Unknown values come last. */
function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** Sorts programs by one field and then by id, without changing the list given. */
export function sortPrograms(programs: readonly Program[], { sort, order }: Sorting): Program[] {
  const valueOf = (program: Program): string | number | null =>
    sort === 'confidence' ? confidenceOrder.indexOf(program.confidence) : program[sort];
  const sign = order === 'ascending' ? 1 : -1;
  return [...programs].sort((a, b) => {
    const [first, second] = [valueOf(a), valueOf(b)];
    const known = first !== null && second !== null;
    return (known ? sign : 1) * compare(first, second) || compare(a.id, b.id);
  });
}
