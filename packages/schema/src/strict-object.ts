import { z } from 'zod';
import { once } from './once.ts';

const nothing = z.never();

/**
 * A strict object of zod whose fields are made when they are first asked for: to make those of every table takes longer than
 * to answer most questions, which need those of one or of none.
 *
 * @example
 * strictObject(() => ({ town: z.string() })).safeParse({ town: 'Osh', people: 3 }).success // => false
 */
export function strictObject<Shape extends z.core.$ZodLooseShape>(
  fields: () => Shape,
): z.ZodObject<Shape, z.core.$strict> {
  const shape = once(fields);
  const definition = {
    type: 'object' as const,
    get shape() {
      return shape();
    },
    catchall: nothing,
  };
  return new z.ZodObject(definition) as z.ZodObject<Shape, z.core.$strict>;
}
