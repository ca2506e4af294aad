import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  DatasetMeta,
  defineVocabulary,
  FieldSources,
  oneOf,
  Participants,
  Program,
  Source,
  Venue,
  vocabularies,
} from '../src/index.ts';

/** The order is that of tables, charts and forms: it changes only with a release that says so. */
const order: Record<string, string[]> = {
  recipient_country: ['KZ', 'KG', 'TJ', 'TM', 'UZ'],
  confidence: ['low', 'medium', 'high'],
  domain: ['security', 'justice', 'civil'],
  exclusion_reason: words(`meeting-not-course trainees-not-shown trainees-not-officials no-central-asian-country-named
    year-inferred low-confidence company-organised co-organised-with-third-state press-tour online`),
  format: words('seminar short_course long_course study_visit degree unknown'),
  frame: words('bilateral sco belt_and_road multilateral unknown'),
  participants_basis: words('exact rounded includes_other_countries unknown'),
  sector: words(`police border customs military intelligence prosecution judiciary drug_control emergency prisons
    public_administration diplomacy media finance_tax trade ict transport energy agriculture health education culture
    meteorology labour social_policy other unknown`),
  trainees: words('officials mixed not_officials not_shown'),
  venue: words('in_china hybrid online unknown'),
  year_basis: words('stated page-date inferred'),
  publisher_type: words(`government international_organisation state_media independent_media training_institution
    academic_or_think_tank company civil_society aggregator_or_mirror other`),
  source_access: ['stored copy', 'live page', 'print'],
};

function words(text: string): string[] {
  return text.split(/\s+/);
}

test('the vocabularies are these, and their values stand in this order', () => {
  const found = Object.fromEntries(Object.entries(vocabularies).map(([name, { values }]) => [name, values]));
  expect(found).toEqual(order);
});

describe.each(Object.entries(vocabularies))('vocabulary %s', (name, vocabulary) => {
  test('has a title, and carries the name by which it is found', () => {
    expect(vocabulary.name).toBe(name);
    expect(vocabulary.title).toMatch(/^\p{Lu}/u);
  });

  test('gives every value a label of its own and a definition that is a sentence', () => {
    expect(Object.keys(vocabulary.terms)).toEqual(vocabulary.values);
    const labels = Object.values(vocabulary.terms).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { label, definition } of Object.values(vocabulary.terms)) {
      expect(label).toMatch(/^\p{Lu}[^.]*$/u);
      expect(definition).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  test('its schema takes its values and no other', () => {
    const schema = oneOf(vocabulary);
    for (const value of vocabulary.values) expect(schema.parse(value)).toBe(value);
    for (const value of ['', 'elsewhere', vocabulary.values[0]?.concat(' '), null, 0, 'constructor', '__proto__']) {
      expect(schema.safeParse(value).success).toBe(false);
    }
  });
});

test('the values of a vocabulary come from its terms', () => {
  const { values } = defineVocabulary('size', 'Size', {
    small: { label: 'Small', definition: 'Under ten.' },
    large: { label: 'Large', definition: 'Ten and more.' },
  });
  expect(values).toEqual(['small', 'large']);
});

test('a schema names its vocabulary, so that exports can find the labels', () => {
  expect(oneOf(Venue).meta()).toMatchObject({ vocabulary: 'venue' });
});

test('every field of every record says what it holds', () => {
  const fields = {
    ...Program.shape,
    ...Source.shape,
    ...DatasetMeta.shape,
    ...Participants.shape,
    ...FieldSources.shape,
  };
  for (const field of Object.values(fields)) expect(field.description).toMatch(/\.$/);
});

test('the vocabularies need no zod', () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8');
    for (const [, name = ''] of text.matchAll(/from '([^']+)'/g)) {
      expect(name, `import of ${file}`).toMatch(/^\.\//);
      visit(name);
    }
  };
  visit('vocabularies.ts');
  expect(seen.size).toBe(5);
});
