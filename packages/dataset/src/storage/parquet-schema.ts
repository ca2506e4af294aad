import type { Table } from '@govexport/schema';
import type { SchemaElement } from 'hyparquet';
import { z } from 'zod';

/** Where a table stored as Parquet lies in the folder of its dataset. */
export function parquetPathOf({ name }: Pick<Table, 'name'>): string {
  return `tables/${name}.parquet`;
}

/**
 * The columns of a table of records in Parquet: the fields of its schema in their order. A list is a LIST, a group of fields
 * a group, a whole number INT32, and a date, which may lack its day, a text.
 */
export function parquetSchemaOf({ shape }: z.ZodObject): SchemaElement[] {
  return [{ name: 'root', num_children: Object.keys(shape).length }, ...elementsOf(shape)];
}

function elementsOf(shape: z.ZodObject['shape']): SchemaElement[] {
  return Object.entries(shape).flatMap(([name, field]) => elementOf(name, field as z.ZodType, 'REQUIRED'));
}

function elementOf(name: string, field: z.ZodType, repetition_type: 'REQUIRED' | 'OPTIONAL'): SchemaElement[] {
  if (field instanceof z.ZodNullable) return elementOf(name, field.unwrap() as z.ZodType, 'OPTIONAL');
  if (field instanceof z.ZodArray) {
    const items = elementOf('element', field.element as z.ZodType, 'REQUIRED');
    return [
      { name, repetition_type, num_children: 1, converted_type: 'LIST' },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...items,
    ];
  }
  if (field instanceof z.ZodObject) {
    const { shape } = field;
    return [{ name, repetition_type, num_children: Object.keys(shape).length }, ...elementsOf(shape)];
  }
  return [{ name, repetition_type, ...typeOf(field) }];
}

function typeOf(field: z.ZodType): Pick<SchemaElement, 'type' | 'converted_type'> {
  if (field instanceof z.ZodBoolean) return { type: 'BOOLEAN' };
  if (field instanceof z.ZodNumber) return { type: isWhole(field) ? 'INT32' : 'DOUBLE' };
  return { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
}

/** Whether a field holds whole numbers. */
export function isWhole(field: z.ZodType): boolean {
  return field instanceof z.ZodNumber && field.format === 'safeint';
}
