import type { PartCounts } from '../charts/parts-geometry.ts';

/** The parts of a result that splits its programs so; null where it does not. */
export function partsOf(result: unknown): PartCounts | null {
  const { yes, no, unknown } = result as Record<string, unknown>;
  return typeof yes === 'number' && typeof no === 'number' && typeof unknown === 'number' ? { yes, no, unknown } : null;
}
