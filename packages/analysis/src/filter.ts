import { Confidence, Domain, Format, Frame, once, oneOf, Sector, Venue } from '@govexport/schema';
import { z } from 'zod';
import { getters } from './getters.ts';

const year = () => z.int({ error: 'a whole number from 1900 to 2100' }).min(1900).max(2100);
const any = 'Empty: any.';

/** Which values these may have, the dataset says: whoever knows it checks them. */
const scopeName = () => z.string().meta({ 'x-vocabulary': 'scope' });
const stateCode = () => z.string().meta({ 'x-vocabulary': 'recipient_country' });

const filter = {
  scope: once(() =>
    scopeName().optional().describe('Named selection, as the dataset declares it. Not given: its default scope.'),
  ),
  from: once(() =>
    year().nullable().optional().describe('First year. Not given: that of the first record within the window.'),
  ),
  to: once(() =>
    year().nullable().optional().describe('Last year. Not given: that of the last record within the window.'),
  ),
  countries: once(() => z.array(stateCode()).default([]).describe(`Recipient states, at least one of them. ${any}`)),
  domains: once(() => z.array(oneOf(Domain)).default([]).describe(`Domains. ${any}`)),
  sectors: once(() => z.array(oneOf(Sector)).default([]).describe(`Sectors. ${any}`)),
  frames: once(() => z.array(oneOf(Frame)).default([]).describe(`Frames between states. ${any}`)),
  formats: once(() => z.array(oneOf(Format)).default([]).describe(`Formats. ${any}`)),
  venues: once(() => z.array(oneOf(Venue)).optional().describe('Venues. Not given: those of the scope. Empty: any.')),
  confidence: once(() => oneOf(Confidence).default('low').describe('Lowest confidence to include.')),
  minimum_sources: once(() =>
    z
      .int({ error: 'a whole number from 1 to 100' })
      .min(1)
      .max(100)
      .default(1)
      .describe('Fewest sources a record must have.'),
  ),
  recommended_only: once(() =>
    z
      .boolean({ error: 'true or false' })
      .optional()
      .describe('Only records recommended for aggregates. Not given: as the scope says.'),
  ),
  checked: once(() =>
    z
      .boolean({ error: 'true or false' })
      .optional()
      .describe(
        'Only programs of which persons have checked every field and call none wrong. Not given: checked or not.',
      ),
  ),
};

/** The inputs that choose records; every statistic and the list of programs take them. */
export const filterShape = getters(filter);

/** The coverage of intervals. */
export const levelShape = getters({
  level: once(() =>
    z
      .number()
      .gt(0, { error: 'a number above 0 and below 1' })
      .lt(1, { error: 'a number above 0 and below 1' })
      .default(0.95)
      .describe('Coverage of the intervals, such as 0.95.'),
  ),
});

/** The filter with every default filled in, as answers echo it. */
export const resolvedFilterShape = getters({
  ...filter,
  scope: once(() => scopeName().describe('Named selection, as the dataset declares it.')),
  from: once(() => year().nullable()),
  to: once(() => year().nullable()),
  venues: once(() => z.array(oneOf(Venue))),
  recommended_only: once(() => z.boolean()),
});

/**
 * A strict input object in which the first year is not after the last.
 *
 * @example
 * inputObject(filterShape).safeParse({ from: 2020, to: 2007 }).success // => false
 */
export function inputObject<Shape extends typeof filterShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const object = z.strictObject(shape) as unknown as z.ZodObject<Shape, z.core.$strict>;
  return object.refine(
    (input) => {
      const { from, to } = input as { from?: number | null; to?: number | null };
      return typeof from !== 'number' || typeof to !== 'number' || from <= to;
    },
    { path: ['from'], error: 'a year that is not after “to”' },
  );
}
