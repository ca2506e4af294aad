import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { issueForms } from '../scripts/issue-forms.ts';
import { formLabel, readIssue } from '../src/records/read-issue.ts';

interface Form {
  readonly body: readonly { readonly type: string; readonly attributes: { readonly label?: string } }[];
}

describe.each(issueForms())('$path', ({ path, text }) => {
  it('is current', () => {
    expect(readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8')).toBe(text);
  });

  it('has labels that stand once', () => {
    const labels = (parse(text) as Form).body.flatMap(({ attributes: { label } }) => label ?? []);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.length).toBeGreaterThan(3);
  });
});

/** The text of an issue as a code host writes it of a form. */
function filled(form: string, values: Readonly<Record<string, string>>): string {
  const text = issueForms().find(({ path }) => path.endsWith(`/${form}.yml`))?.text ?? '';
  const labels = (parse(text) as Form).body.flatMap(({ attributes: { label } }) => label ?? []);
  return labels.map((label) => `### ${label}\n\n${values[label] ?? '_No response_'}`).join('\n\n');
}

const values = {
  [formLabel('programs', 'title')]: 'Customs seminar, Urumqi',
  [formLabel('programs', 'description')]: 'A seminar\r\nfor customs officers.',
  [formLabel('programs', 'start')]: '2014-05',
  [formLabel('programs', 'countries')]: 'KZ, KG',
  [formLabel('programs', 'host_cities')]: 'Urumqi; Turpan',
  [formLabel('programs', 'participants_value')]: '20',
  [formLabel('programs', 'security_related')]: 'false',
  [formLabel('sources', 'publisher')]: 'Example News',
};

it('a form that comes back gives the values of each table, and nothing that was left empty', () => {
  const text = filled('record', values);
  expect(readIssue('issue.md', text, 'programs')).toEqual({
    title: 'Customs seminar, Urumqi',
    description: 'A seminar for customs officers.',
    start: '2014-05',
    countries: ['KZ', 'KG'],
    host_cities: ['Urumqi', 'Turpan'],
    participants_value: 20,
    security_related: false,
  });
  expect(readIssue('issue.md', text.replaceAll('\n', '\r\n'), 'sources')).toEqual({ publisher: 'Example News' });
});

it.each([
  [
    '### Program: colour\n\nred',
    'programs',
    '"### Program: colour" is no field of a form; expected one such as "### Program: title"',
  ],
  [
    '### Program: title\n\nA\n\n### Program: title\n\nB',
    'programs',
    '"### Program: title" stands twice; expected each field once',
  ],
  [
    '### Program: title\n\nA',
    'sources',
    'gives no value of sources; expected a value below a heading such as "### Source: url"',
  ],
  [
    'just words',
    'programs',
    'gives no value of programs; expected a value below a heading such as "### Program: title"',
  ],
  ['', 'programs', 'gives no value of programs'],
] as const)('refuses %j', (text, table, sentence) => {
  expect(() => readIssue('issue.md', text, table)).toThrow(sentence);
});
