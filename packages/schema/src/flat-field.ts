import { z } from 'zod';

/** A field of a record that holds one value or one list; the fields of a group stand on their own. */
export interface FlatField {
  /** Its name in a flat table: that of the group, an underscore and that of the field. */
  readonly name: string;
  /** Where it stands in the record. */
  readonly path: readonly string[];
  readonly field: z.ZodType;
}

/**
 * The fields of a record, those of its groups one by one, in schema order.
 *
 * @example
 * const record = z.strictObject({ id: RecordId, size: z.strictObject({ low: z.int(), high: z.int() }) })
 * flatFieldsOf(record).map(({ name }) => name) // => ['id', 'size_low', 'size_high']
 */
export function flatFieldsOf(record: z.ZodObject): FlatField[] {
  return fieldsBelow(record, []);
}

function fieldsBelow(record: z.ZodObject, above: readonly string[]): FlatField[] {
  return Object.entries(record.shape).flatMap(([name, field]) => {
    const path = [...above, name];
    return field instanceof z.ZodObject
      ? fieldsBelow(field, path)
      : [{ name: path.join('_'), path, field: field as z.ZodType }];
  });
}
