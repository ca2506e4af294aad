import { readdirSync, readFileSync } from 'node:fs';
import {
  askStatistic,
  catalogue,
  createCaller,
  dimensions,
  fieldsIn,
  inputFields,
  present,
  recordSchemas,
  type Table,
} from '@govexport/router';
import { openDataset } from '@govexport/router/node';
import { translate, translatedTerms } from '@govexport/router/words';
import { Program, tables, vocabularies, withSender, type Table as RecordTable } from '@govexport/schema';
import { describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '../src/lib/generated/runtime.js';
import { formFields } from '../src/lib/server/form-fields.ts';
import { fieldLabel } from '../src/lib/server/labels.ts';
import { recordLabel } from '../src/lib/server/record-fields.ts';
import { facetGroups } from '../src/lib/server/explore/facet-groups.ts';
import { columnFields, columnLabel, programCell } from '../src/lib/server/explore/program-table.ts';

const dataset = openDataset();
const caller = createCaller({ dataset });
const programInput = recordSchemas.programs.list.input;
const folder = new URL('../messages/', import.meta.url);
const answers = await Promise.all(
  Object.values(catalogue).flatMap(({ name, input }) =>
    queriesOf(input).map(async (query) => present(await askStatistic(caller, name, query), dataset.meta)),
  ),
);
type Messages = Record<string, unknown>;

const messagesOf = (locale: string) => JSON.parse(readFileSync(new URL(`${locale}.json`, folder), 'utf8')) as Messages;

test('every message stands in every language, with the same places in it', () => {
  expect(readdirSync(folder).toSorted()).toEqual(['en.json', 'ru.json', 'zh.json']);
  const english = messagesOf('en');
  const places = (message: unknown) =>
    [...new Set(JSON.stringify(message).match(/(?<=\{)\w+(?=\})/g) ?? [])].toSorted();
  for (const locale of ['ru', 'zh']) {
    const messages = messagesOf(locale);
    expect(Object.keys(messages), locale).toEqual(Object.keys(english));
    for (const [name, message] of Object.entries(messages)) {
      expect(JSON.stringify(message), `${locale} ${name}`).not.toBe('""');
      expect(places(message), `${locale} ${name}`).toEqual(places(english[name]));
    }
  }
});

test.each(['en', 'ru'] as const)('%s: a number with a noun has every form that the language asks for', (locale) => {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  const counted = Object.entries(messagesOf(locale)).filter(([, message]) => Array.isArray(message));
  expect(counted).not.toEqual([]);
  for (const [name, message] of counted) {
    const [{ match, selectors }] = message as [{ match: Record<string, string>; selectors: string[] }];
    if (!selectors.includes('form')) continue;
    expect(Object.keys(match).toSorted(), name).toEqual(pluralCategories.map((form) => `form=${form}`).toSorted());
  }
});

interface Variants {
  readonly selectors: readonly string[];
  readonly match: Readonly<Record<string, string>>;
}

test.each(['en', 'ru', 'zh'] as const)('%s: a message that names the sender has words for any other', (locale) => {
  const messages = Object.values(messagesOf(locale)).filter((message): message is Variants[] => Array.isArray(message));
  const named = messages.flat().filter(({ selectors }) => selectors.includes('sender'));
  expect(named).not.toEqual([]);
  for (const { match } of named) expect(Object.keys(match)).toContain('sender=*');
});

describe.each(['ru', 'zh'] as const)('%s', (locale) => {
  const untranslated = (texts: Iterable<string>) =>
    [...new Set(texts)].filter((text) => translate(text, locale) === null);

  test('every vocabulary has a title and a label for every value', () => {
    for (const { name, values } of Object.values(vocabularies)) {
      const translated = translatedTerms[locale][name];
      expect(translated?.title, name).toBeTruthy();
      expect(Object.keys(translated?.terms ?? {}), name).toEqual([...values]);
    }
  });

  test('every field of a program and every input of a query has a label', () => {
    const inputs = [...Object.values(catalogue).map(({ input }) => input), programInput].flatMap(inputFields);
    const names = [...Object.keys(Program.shape), ...inputs.map(({ name }) => name)];
    const shownElsewhere = ['description', 'sources', 'field_sources'];
    expect(names.filter((name) => !shownElsewhere.includes(name) && fieldLabel(name, locale) === null)).toEqual([]);
  });

  test('every choice of a form is in the letters of the language', () => {
    overwriteGetLocale(() => locale);
    const letters = { ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u }[locale];
    const nothing = { given: {}, resolved: {} };
    const labels = Object.values(catalogue)
      .flatMap(({ input }) => formFields(input, nothing))
      .concat(formFields(programInput, nothing).filter(({ name }) => name !== 'sort'))
      .flatMap(({ options }) => options.map(({ label }) => label))
      .concat(columnFields.map(columnLabel));
    overwriteGetLocale(() => 'en');
    expect([...new Set(labels)].filter((label) => !letters.test(label))).toEqual([]);
  });

  test('a program, its row and the facets name places and topics in the language, and other words of a record in English', async () => {
    overwriteGetLocale(() => locale);
    const program = {
      host_cities: ['Beijing', 'Yangling'],
      host_province: 'Shaanxi',
      topics: ['relief'],
      organisers: ['Beijing'],
    };
    const [cities, province, topics, organisers] = Object.keys(program).map(
      (field) => programCell(program, field).values,
    );
    const { facets } = await caller.programs.facets({ values: 50 });
    const given = { host_cities: ['Urumqi'] };
    const fields = formFields(programInput, { given, resolved: {} });
    const groups = facetGroups({ given, fields, counts: facets, unfiltered: facets });
    overwriteGetLocale(() => 'en');
    const names = {
      ru: ['Пекин', 'Янлин', 'Шэньси', 'Урумчи'],
      zh: ['北京', '杨凌', '陕西', '乌鲁木齐'],
    }[locale];
    expect([...(cities ?? []), ...(province ?? [])].map(({ text }) => text)).toEqual(names.slice(0, 3));
    expect(topics).toMatchObject([{ text: { ru: 'помощь пострадавшим', zh: '救灾' }[locale], language: null }]);
    expect(organisers).toMatchObject([{ text: 'Beijing', language: 'en' }]);
    const facet = groups.find(({ name }) => name === 'host_cities')?.options.find(({ chosen }) => chosen);
    expect(facet).toMatchObject({ value: 'Urumqi', label: names[3], lang: null });
  });

  test('every field of every table has a label in the letters of the language', () => {
    overwriteGetLocale(() => locale);
    const labels = (tables as readonly unknown[] as readonly RecordTable[]).flatMap(({ name, record }) =>
      Object.keys(record.shape).map((field) => ({ field: `${name}.${field}`, ...recordLabel(name, field) })),
    );
    overwriteGetLocale(() => 'en');
    const letters = { ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u }[locale];
    expect(labels.filter(({ text, lang }) => lang !== null || !letters.test(text))).toEqual([]);
  });

  test('every table with pages of its own has a title and a name of its records', () => {
    const paged = (tables as readonly unknown[] as readonly RecordTable[]).filter(({ key }) => key.join() === 'id');
    expect(untranslated(paged.flatMap(({ title }) => title))).toEqual([]);
    const others = paged.filter(({ name }) => name !== 'programs' && name !== 'sources');
    expect(untranslated(others.map(({ singular }) => `The ${singular}`))).toEqual([]);
  });

  test('titles, summaries and inputs of statistics are translated', () => {
    const texts = Object.values(catalogue)
      .flatMap(({ title, summary, input }) => [
        ...[title, withSender(summary, dataset.meta.senders), summary],
        ...fieldsIn(inputFields(input), dataset.meta).map(({ description }) => description),
      ])
      .concat(fieldsIn(inputFields(programInput), dataset.meta).map(({ description }) => description));
    expect(untranslated([...texts, ...Object.values(dimensions).map(({ label }) => label)])).toEqual([]);
  });

  test('the words of the dataset are translated', () => {
    const { title, description, cautions } = dataset.meta;
    expect(untranslated([title, description, ...cautions])).toEqual([]);
  });

  test('findings, headings and notes are translated', () => {
    expect(untranslated(answers.flatMap(({ finding, tables }) => [finding, ...tables.flatMap(headings)]))).toEqual([]);
  });

  test('a translated finding keeps the digits of the answer', () => {
    const digits = (text: string) => text.replaceAll(/\D/gu, '').split('').toSorted().join('');
    for (const { finding } of answers) expect(digits(translate(finding, locale) ?? ''), finding).toBe(digits(finding));
  });
});

const headings = ({ title, note, columns }: Table) => [
  ...[title, ...(note === null ? [] : [note])],
  ...columns.map(({ label }) => label),
];

/** The default, filters that leave much, little and nothing, and each choice of the statistic's own. */
function queriesOf(input: Parameters<typeof inputFields>[0]): Record<string, unknown>[] {
  const own = inputFields(input).flatMap(({ name, kind, options }) =>
    kind === 'choice' && name !== 'scope' ? options.map((option) => ({ [name]: option })) : [],
  );
  const filters = [{}, { scope: 'article' }, { scope: 'all' }, { from: 2018, to: 2018 }, { from: 1950, to: 1951 }];
  return [...filters, { countries: ['TM'], level: 0.9 }, { sectors: ['prisons'] }, ...own];
}
