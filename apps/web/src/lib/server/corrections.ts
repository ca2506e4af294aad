import type { Release } from '@govexport/schema';
import { m } from '../generated/messages.js';
import type { ShownText } from '../shown-text.ts';
import { partTitle, recordLabel } from './record-fields.ts';

type Corrected = Omit<Release['corrected'][number], 'table' | 'record'>;

/** A corrected value as a page shows it. */
export interface Correction {
  field: ShownText;
  old: string;
  now: string;
}

/** Corrections that have one reason. Reasons are written in English, as the records are. */
export interface CorrectionsOfReason {
  reason: string | null;
  corrections: Correction[];
}

/** Corrections of one record, those of one reason together, in the order in which they stand. */
export function correctionsByReason(table: string, corrected: readonly Corrected[]): CorrectionsOfReason[] {
  return [...new Set(corrected.map(({ reason }) => reason))].map((reason) => ({
    reason,
    corrections: corrected
      .filter((one) => one.reason === reason)
      .map(({ field, old, new: now }) => ({ field: labelOf(table, field), old: valueText(old), now: valueText(now) })),
  }));
}

function labelOf(table: string, field: string): ShownText {
  const [group, part] = field.split('.');
  if (group !== 'field_sources' || part === undefined) return recordLabel(table, field);
  return { text: m.provenance_sources_of({ part: partTitle(part) }), lang: null };
}

/** A value of a record as text; what a record has in words stays in them. */
export function valueText(value: Corrected['old']): string {
  if (value === null) return m.unknown();
  if (typeof value === 'boolean') return value ? m.yes() : m.no();
  if (typeof value !== 'object') return String(value);
  const items = Object.values(value);
  return items.length === 0 ? m.none() : items.map(valueText).join(m.list_mark());
}
