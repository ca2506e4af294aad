import type { Dataset, Program, World } from '@govexport/schema';

/** The fields by which programs are chosen and counted. */
export const countedFields = [
  ...(['id', 'year', 'year_basis', 'venue', 'host_cities', 'host_province', 'frame', 'countries', 'domain'] as const),
  ...(['sector', 'topics', 'security_related', 'technology_component', 'equipment_transfer', 'format'] as const),
  ...(['trainees', 'sources', 'confidence', 'recommended_for_aggregates'] as const),
] as const satisfies readonly (keyof Program)[];

/** A program as far as a browser chooses and counts it. */
export type CountedProgram = Pick<Program, (typeof countedFields)[number]>;

/** What a browser needs to choose and count: the programs, and what the dataset declares. */
export interface CountedDataset {
  readonly meta: World & Pick<Dataset['meta'], 'collected' | 'year_published'>;
  readonly programs: readonly CountedProgram[];
  /** Ids of the programs that persons have checked whole. */
  readonly checked: readonly string[];
}
