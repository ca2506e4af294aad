import { flatFieldsOf, tables } from '@govexport/schema';
import { stringify } from 'yaml';
import { z } from 'zod';
import type { DerivedFile } from '../src/derived/metadata/files.ts';
import { allowedText, knownPart } from '../src/records/field-text.ts';
import { formLabel, type FormTable } from '../src/records/read-issue.ts';

/** What a form asks for: fields of tables, those that must be filled in with a star. */
type Asked = readonly (readonly [table: FormTable, fields: string])[];

const source: Asked[number] = ['sources', 'url* publisher* publisher_type title published language* is_copy accessed*'];

const program =
  'title* description* start* end venue host_institution host_cities organisers countries* recipient_agencies domain ' +
  'participants_value participants_basis security_related technology_component equipment_transfer format';

const rules =
  'Every value rests on a public page that you name. What the page does not say stays empty: an empty field is unknown, and never no. A date is as precise as the page: `2014`, `2014-05` or `2014-05-31`. No names of trainees or officials. Your own neutral words, no quotations.';

const forms: Readonly<Record<string, { readonly name: string; readonly about: string; readonly asked: Asked }>> = {
  record: {
    name: 'A program',
    about: 'A program that the records lack, with the page that tells of it',
    asked: [['programs', program], source],
  },
  source: { name: 'A source', about: 'A further page for records that are there', asked: [source] },
  lead: {
    name: 'A lead',
    about: 'A page that might tell of a program',
    asked: [['leads', 'url* theme* description* missing*']],
  },
};

/** The forms in which people propose records, as the code host reads them: their fields are those of the schema. */
export function issueForms(): DerivedFile[] {
  const made = Object.entries(forms).map(([file, { name, about, asked }]) => {
    const fields = asked.flatMap(([table, list]) => list.split(' ').map((field) => element(table, field)));
    return [file, { name, description: about, labels: [file], body: [note(rules), ...fields] }] as const;
  });
  const all = [...made, ['correction', correction] as const];
  return all.map(([file, form]) => ({
    path: `.github/ISSUE_TEMPLATE/${file}.yml`,
    text: `# Made by "pnpm generate".\n${stringify(form, { lineWidth: 0, singleQuote: true })}`,
  }));
}

function note(value: string): object {
  return { type: 'markdown', attributes: { value } };
}

function element(table: FormTable, asked: string): object {
  const name = asked.replace('*', '');
  const field = flatFieldsOf(tables.find((one) => one.name === table)?.record ?? z.object({})).find(
    (one) => one.name === name,
  )?.field;
  if (field === undefined) throw new Error(`${table} have no field ${name}.`);
  const options = optionsOf(field);
  const attributes = {
    label: formLabel(table, name),
    description: `${field.description ?? ''} ${hintOf(field)}`.trim(),
  };
  const validations = { required: asked.endsWith('*') };
  return options === null
    ? { type: 'input', id: `${table}_${name}`, attributes, validations }
    : { type: 'dropdown', id: `${table}_${name}`, attributes: { ...attributes, options }, validations };
}

function optionsOf(field: z.ZodType): string[] | null {
  const known = knownPart(field);
  if (known instanceof z.ZodBoolean) return ['true', 'false'];
  return known instanceof z.ZodEnum ? known.options.map(String) : null;
}

/** What a person may write where nothing can be chosen. */
function hintOf(field: z.ZodType): string {
  return optionsOf(field) === null ? `Allowed: ${allowedText(field)}.` : '';
}

const line = (id: string, label: string, description: string) => {
  return { type: 'input', id, attributes: { label, description }, validations: { required: true } };
};

const correction = {
  name: 'A correction',
  description: 'A value of a record that its sources do not say',
  labels: ['correction'],
  body: [
    note(rules),
    line('record', 'Correction: record', 'Id of the record, such as GX-0001.'),
    line('field', 'Correction: field', 'The field as a path, such as participants.low.'),
    line('value', 'Correction: right value', 'The value that the sources give.'),
    line('source', 'Correction: source', 'Id or address of the page that gives it.'),
    line('reason', 'Correction: reason', 'Why, in one sentence.'),
  ],
};
