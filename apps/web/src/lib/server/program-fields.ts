import { recordSchemas, type Caller } from '@govexport/router';
import type { FormField } from '../form-field.ts';
import { words } from '../format.ts';
import { m } from '../generated/messages.js';
import { formFields, type QueryValues } from './form-fields.ts';
import { fieldLabel } from './labels.ts';

/** Input of the list of programs. */
export const programInput = recordSchemas.programs.list.input;

/** Inputs that the form leaves out unless the address sets them: they choose the page, or serve other surfaces. */
const hidden: ReadonlySet<string> = new Set([
  ...['cursor', 'total', 'limit', 'sources', 'year_basis', 'countries_implied', 'exclusion_reasons', 'host_province'],
]);

type Counts = Awaited<ReturnType<Caller['programs']['facets']>>['facets'];

/** The controls of the list of programs, the values of each with the number of programs that have it. */
export function programFields(values: QueryValues, facets: Counts): FormField[] {
  const counts = new Map(
    facets.flatMap(({ inputs, values: counted }) => inputs.map((name) => [name, counted] as const)),
  );
  return formFields(programInput, values)
    .filter(({ name }) => name !== 'cursor' && (!hidden.has(name) || name in values.given))
    .map((field) => (field.name === 'sort' ? sortField(field) : withCounts(field, counts.get(field.name) ?? [])));
}

function withCounts(field: FormField, counted: Counts[number]['values']): FormField {
  if (field.kind !== 'choices') return field;
  const numbers = new Map(counted.map(({ value, count }) => [value, count]));
  return {
    ...field,
    options: field.options.map((option) => ({ ...option, count: numbers.get(option.value) ?? null })),
  };
}

/** A form sorts by one field; several are for addresses. */
function sortField(field: FormField): FormField {
  const known = field.options.map((option) => ({ ...option, label: sortLabel(option.value) }));
  const several =
    field.values.length > 1 ? [{ value: field.values.join(','), label: field.values.map(sortLabel).join(', ') }] : [];
  return {
    ...field,
    kind: 'choice',
    options: [{ value: '', label: m.sort_usual() }, ...several, ...known],
    values: field.values.length > 1 ? [field.values.join(',')] : field.values,
  };
}

/** The field by which a key sorts; a minus before it turns the order round. */
export function sortLabel(key: string): string {
  const name = key.replace(/^-/, '');
  const field = fieldLabel(name) ?? words(name);
  return name === key ? field : m.sort_reversed({ field });
}
