import { fieldsIn, inputFields, type InputField } from '@govexport/router';
import { listText } from '@govexport/router/list-text';
import { optionLabel } from '@govexport/router/words';
import type { FormField } from '../form-field.ts';
import { words } from '../format.ts';
import { m } from '../generated/messages.js';
import { getLocale } from '../generated/runtime.js';
import { dataset } from './caller.ts';
import { fieldLabel } from './labels.ts';
import { shown } from './language/translate.ts';

type Values = Readonly<Record<string, unknown>>;

/** The zod schema of a query. */
export type InputSchema = Parameters<typeof inputFields>[0];

/** What an address asks for, and the same with every default filled in, as the answer echoes it. */
export interface QueryValues {
  given: Values;
  resolved: Values;
}

/** Turns the input of a query into a plain list of controls that hold what the address gives. */
export function formFields(schema: InputSchema, { given, resolved }: QueryValues): FormField[] {
  return fieldsIn(inputFields(schema), dataset.meta).map((field) => {
    const { name, description, minimum, maximum } = field;
    const value = given[name] ?? field.default;
    return {
      name,
      label: fieldLabel(name) ?? words(name),
      description: shown(description),
      kind: isFree(field) ? 'text' : controlKinds[field.kind],
      options: optionsOf(field),
      values: isFree(field) && Array.isArray(value) ? [listText(value.map(String))].filter(Boolean) : asTexts(value),
      hint: value === null ? asTexts(resolved[name]).join(', ') : '',
      minimum: boundOf(minimum),
      maximum: boundOf(maximum),
    };
  });
}

const controlKinds: Record<InputField['kind'], FormField['kind']> = {
  list: 'choices',
  choice: 'choice',
  boolean: 'choice',
  integer: 'whole',
  number: 'decimal',
  text: 'text',
};

/** Values of a list that are not fixed are typed, separated by commas. */
function isFree({ kind, options }: InputField): boolean {
  return kind === 'list' && options.length === 0;
}

function optionsOf(field: InputField): FormField['options'] {
  const empty = field.default === null ? [{ value: '', label: m.option_not_chosen() }] : [];
  if (field.kind === 'boolean') return [...empty, { value: 'true', label: m.yes() }, { value: 'false', label: m.no() }];
  const listed = field.options.map((value) => ({
    value,
    label: optionLabel(field, value, { language: getLocale(), senders: dataset.meta.senders }) ?? words(value),
  }));
  return field.kind === 'choice' ? [...empty, ...listed] : listed;
}

function asTexts(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** Whole numbers carry the largest safe integer as a bound where the schema sets none. */
function boundOf(bound: number | null): number | null {
  return bound === null || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? null : bound;
}
