import type { MadeChoice } from '../../explore/explore-parts.ts';
import type { FormField } from '../../form-field.ts';
import { caller } from '../caller.ts';
import { choiceIn, exploreAddress, valuesIn, type Given } from './explore-query.ts';

/** The choices that an address makes, each with the address without it. */
export async function madeChoices(given: Given, fields: readonly FormField[], total: number): Promise<MadeChoice[]> {
  return Promise.all(
    Object.keys(choiceIn(given)).map(async (name) => {
      const field = fields.find((one) => one.name === name);
      const write = (value: string) => field?.options.find((option) => option.value === value)?.label ?? value;
      const change = { [name]: null };
      return {
        label: field?.label ?? name,
        text: valuesIn(given, name).map(write).join(', '),
        href: exploreAddress(given, change),
        without: total > 0 ? null : await totalOf({ ...choiceIn(given), ...change }),
      };
    }),
  );
}

async function totalOf(choice: Given): Promise<number> {
  const asked = Object.entries(choice).filter(([, value]) => value !== null);
  return (await caller.programs.facets({ ...Object.fromEntries(asked), values: 1 })).total;
}
