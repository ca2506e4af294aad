import type { Frozen } from './dataset.ts';
import { ExclusionReason } from './program-vocabularies.ts';
import type { Program } from './program.ts';
import type { Source } from './source.ts';
import { isKnown } from './unknown.ts';

/** How much is known of a program, and by how many sources that do not repeat one another. */
export interface RecordHealth {
  readonly completeness: {
    /** Knowable fields with a value. */
    readonly known: number;
    /** Fields that a source could have told. */
    readonly knowable: number;
    /** `known / knowable`, 0 to 1. */
    readonly share: number;
    /** The knowable fields without a value, in schema order. */
    readonly unknown: readonly string[];
  };
  /** Number of independent sources. */
  readonly triangulation: number;
}

/**
 * The fields of a program that a source could tell, in schema order. Left out are what every record has (id, title,
 * year, sources), what was made for the dataset (confidence, recommendation, notes), and lists that may well be empty
 * for a program of which everything is known (other countries, implied countries, technology notes).
 *
 * @example
 * knowableFields.includes('end') // => true
 */
export const knowableFields = [
  'end',
  'duration_days',
  'venue',
  'host_institution',
  'host_cities',
  'organisers',
  'funders',
  'frame',
  'countries',
  'recipient_agencies',
  'sector',
  'topics',
  'participants',
  'security_related',
  'technology_component',
  'equipment_transfer',
  'format',
  'trainees',
] as const satisfies readonly (keyof Program)[];

type CitedSource = Pick<Frozen<Source>, 'id' | 'publisher' | 'is_copy' | 'original_publisher'>;

/**
 * Completeness and triangulation of a program, by one rule.
 *
 * Completeness is the share of {@link knowableFields} with a value by {@link isKnown}. Triangulation counts who first
 * published what the program cites: a copy stands for its original publisher, and texts first published by the same
 * body count once. A copy whose original is not named may repeat any other source, so that it counts only, and once,
 * where there is no other.
 *
 * @param program - the program
 * @param sources - at least the sources that it cites; others are left out
 * @example
 * const copy = { id: 'S-0001', publisher: 'A mirror', is_copy: true, original_publisher: 'Xinhua' }
 * const original = { id: 'S-0002', publisher: 'Xinhua', is_copy: false, original_publisher: null }
 * recordHealth({ sources: ['S-0001', 'S-0002'] }, [copy, original]).triangulation // => 1
 */
export function recordHealth(program: Frozen<Program>, sources: readonly CitedSource[]): RecordHealth {
  const unknown = knowableFields.filter((field) => !isKnown(program[field]));
  const knowable = knowableFields.length;
  const known = knowable - unknown.length;
  const cited = sources.filter(({ id }) => program.sources.includes(id));
  const first = cited.map((source) => (source.is_copy ? source.original_publisher : source.publisher));
  const named = new Set(first.filter((publisher) => publisher !== null));
  const triangulation = named.size > 0 ? named.size : Math.min(first.length, 1);
  return { completeness: { known, knowable, share: known / knowable, unknown }, triangulation };
}

/**
 * Whether a program is recommended for aggregates and why, as one sentence.
 *
 * @example
 * explainRecommendation({ recommended_for_aggregates: false, exclusion_reasons: ['press-tour'] })
 * // => 'Left out of aggregates: Press tour (A tour for journalists without teaching).'
 */
export function explainRecommendation(
  program: Pick<Frozen<Program>, 'recommended_for_aggregates' | 'exclusion_reasons'>,
): string {
  const terms = program.exclusion_reasons.map((reason) => ExclusionReason.terms[reason]);
  const reasons = terms.map(({ label, definition }) => `${label} (${definition.replace(/\.(?: .*)?$/, '')})`);
  if (!program.recommended_for_aggregates) return `Left out of aggregates: ${reasons.join('; ')}.`;
  return reasons.length === 0 ? 'Recommended for aggregates.' : `Recommended for aggregates; ${reasons.join('; ')}.`;
}
