import type { FacetsAnswer } from '@govexport/router';
import { isKnown } from '@govexport/schema';
import type { FacetGroup, FacetOption } from '../../explore/explore-parts.ts';
import type { FormField } from '../../form-field.ts';
import type { ShownText } from '../../shown-text.ts';
import { recordText } from '../labels.ts';
import { valuesIn, type Given } from './explore-query.ts';

/** The facets of programs as the router counts them. */
export type FacetCounts = FacetsAnswer<'programs'>['facets'];

/** Values of a facet without a vocabulary that stand in its list: the most frequent ones of the dataset. */
const mostFreeValues = 15;

interface Sources {
  given: Given;
  fields: readonly FormField[];
  /** Counts for what the address chooses. */
  counts: FacetCounts;
  /** Counts of the whole dataset: they decide which values are listed and in what order, so that a list stays put. */
  unfiltered: FacetCounts;
}

/** The facets that a list of values chooses by. */
export function facetGroups({ given, fields, counts, unfiltered }: Sources): FacetGroup[] {
  return counts.flatMap((facet) => {
    const [name = ''] = facet.inputs;
    const field = fields.find((one) => one.name === name);
    const whole = unfiltered.find((one) => one.name === facet.name);
    if (facet.inputs.length !== 1 || field === undefined || field.kind === 'choice' || whole === undefined) return [];
    return [groupOf({ field, facet, chosen: valuesIn(given, name) }, whole)];
  });
}

function groupOf(context: OptionContext, whole: FacetCounts[number]): FacetGroup {
  const { field, facet, chosen } = context;
  const silent = field.options.find(({ value }) => !isKnown(value))?.value ?? null;
  const found = whole.values.filter(({ count }) => count > 0).map(({ value }) => value);
  const listed = field.options.length === 0 ? found.slice(0, mostFreeValues) : found;
  const values = [...new Set([...listed, ...chosen.filter((value) => value !== silent)])];
  const options = values.map((value) => optionOf(value, context));
  const hasSilent = silent !== null && (whole.unknown > 0 || chosen.includes(silent));
  return {
    name: field.name,
    label: field.label,
    options: hasSilent ? [...options, { ...optionOf(silent, context), count: facet.unknown }] : options,
    unknown: silent === null && whole.unknown > 0 ? facet.unknown : null,
    omitted: found.length - listed.length,
  };
}

/** What a value of an input is called: by its options, or as the records write it. */
export function labelOf(value: string, { name, options }: FormField): ShownText {
  const label = options.find((option) => option.value === value)?.label;
  return label === undefined ? recordText(name, value) : { text: label, lang: null };
}

interface OptionContext {
  field: FormField;
  facet: FacetCounts[number];
  chosen: readonly string[];
}

function optionOf(value: string, { field, facet, chosen }: OptionContext): FacetOption {
  const { text: label, lang } = labelOf(value, field);
  return {
    value,
    label,
    lang,
    count: facet.values.find((one) => one.value === value)?.count ?? 0,
    chosen: chosen.includes(value),
  };
}
