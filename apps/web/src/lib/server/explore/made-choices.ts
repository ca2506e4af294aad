import type { MadeChoice } from '../../explore/explore-parts.ts';
import type { FormField } from '../../form-field.ts';
import { m } from '../../generated/messages.js';
import { caller } from '../caller.ts';
import { labelOf } from './facet-groups.ts';
import { choiceIn, exploreAddress, valuesIn, type Given } from './explore-query.ts';

/** The choices that an address makes, each with the address without it. */
export async function madeChoices(given: Given, fields: readonly FormField[], total: number): Promise<MadeChoice[]> {
  return Promise.all(
    Object.keys(choiceIn(given)).map(async (name) => {
      const field = fields.find((one) => one.name === name);
      // What was typed is in the language of whoever typed it.
      const isTyped = field === undefined || name === 'q';
      const values = valuesIn(given, name).map((text) => (isTyped ? { text, lang: null } : labelOf(text, field)));
      const change = { [name]: null };
      return {
        label: field?.label ?? name,
        text: values.map(({ text }) => text).join(m.list_mark()),
        lang: values.length > 0 && values.every(({ lang }) => lang === 'en') ? 'en' : null,
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
