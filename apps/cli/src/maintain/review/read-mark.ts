import { MarkRefusal, readFieldText, type Mark } from '@govexport/dataset/maintain';
import { showValue } from '@govexport/schema';
import type { Sheet } from './sheet.ts';

/** What a person typed of one field. */
export interface TypedMark {
  readonly field: string;
  readonly verdict: string;
  /** The right value as typed; empty for unknown. */
  readonly value: string;
  readonly reason: string;
}

/**
 * What was typed as a mark. The right value and the reason count only where the value is called wrong; a reason also where a
 * person cannot tell.
 *
 * @throws MarkRefusal where there is no such field
 */
export function readMark({ id, fields }: Sheet, { field, verdict, value, reason }: TypedMark): Mark {
  const found = fields.find(({ name }) => name === field);
  if (found === undefined) throw new MarkRefusal(`${showValue(field)} is no field of ${id}.`);
  const isWrong = verdict === 'wrong';
  const given = reason.trim();
  return {
    ...{ record: id, field, verdict: verdict as Mark['verdict'] },
    right_value: isWrong ? JSON.stringify(readFieldText(found.field.field, [value])) : null,
    reason: given === '' || verdict === 'right' ? null : given,
  };
}
