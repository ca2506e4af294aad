import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  DatasetMeta,
  defineVocabulary,
  FieldSources,
  oneOf,
  Participants,
  PartnershipLevel,
  partnershipRanks,
  RecipientAgency,
  tables,
  UsTraining,
  Venue,
  vocabularies,
} from '../src/index.ts';

/** The order is that of tables, charts and forms: it changes only with a release that says so. */
const order: Record<string, string[]> = {
  confidence: ['low', 'medium', 'high'],
  domain: ['security', 'justice', 'civil'],
  exclusion_reason: words(`meeting-not-course trainees-not-shown trainees-not-officials no-central-asian-country-named
    year-inferred low-confidence company-organised co-organised-with-third-state held-in-recipient-state press-tour online`),
  format: words('seminar short_course long_course study_visit degree unknown'),
  frame: words('bilateral sco belt_and_road multilateral unknown'),
  participants_basis: words('exact rounded includes_other_countries unknown'),
  sector: words(`police border customs military intelligence prosecution judiciary drug_control emergency prisons
    public_administration diplomacy media finance_tax trade ict transport energy agriculture health education culture
    meteorology labour social_policy other unknown`),
  trainees: words('officials mixed not_officials not_shown'),
  venue: words('in_sender in_recipient third_state hybrid online unknown'),
  year_basis: words('stated page-date inferred'),
  publisher_type: words(`government international_organisation state_media independent_media training_institution
    academic_or_think_tank company civil_society aggregator_or_mirror other`),
  source_access: ['stored copy', 'live page', 'dataset row', 'print'],
  link_status: words('not_checked ok redirected gone unreachable'),
  partnership_level: words(`friendly_cooperation strategic_partnership comprehensive_strategic_partnership
    permanent_comprehensive_strategic_partnership comprehensive_strategic_partnership_new_era
    all_weather_comprehensive_strategic_partnership_new_era`),
  transfer_kind: words(`weapons vehicles surveillance inspection_scanning it_equipment uniforms_personal_equipment
    buildings funds other`),
  transfer_terms: words('grant loan sale unknown'),
  value_basis: words('stated converted'),
  adoption_system: words('safe_city traffic_cameras facial_recognition internet_control other'),
  adoption_status: words('planned agreed being_installed trial operating cancelled unknown'),
  link_to_china: words('stated_by_source none_stated'),
  currency: words('CNY USD EUR RUB KZT KGS TJS TMT UZS'),
  claim_kind: words('pledge total'),
  claim_measure: words(`persons officers attendances places courses seminars programmes forums meetings countries cases
    cameras percent cny usd usd_constant_2021`),
  lead_theme: words(`security_and_justice emergency_weather_water_energy agriculture_forestry_environment
    trade_transport_finance_development administration_education_media literature_and_data`),
  coded_field: words(`year participants confidence domain trainees sector frame format security_related
    technology_component equipment_transfer`),
  review_verdict: words('right wrong cannot_tell'),
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
  expect(oneOf(Venue).meta()).toMatchObject({ 'x-vocabulary': 'venue' });
});

test('every field of every record says what it holds', () => {
  const groups = [DatasetMeta, Participants, FieldSources, RecipientAgency, UsTraining];
  for (const { shape } of [...tables.map(({ record }) => record), ...groups]) {
    for (const field of Object.values(shape) as z.ZodType[]) expect(field.description).toMatch(/\.$/);
  }
});

test('the ranks of the partnership levels never fall along their order', () => {
  expect(PartnershipLevel.values.map((level) => partnershipRanks[level])).toEqual([1, 2, 3, 4, 4, 5]);
});

test('the vocabularies need no zod', () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8');
    const text = source.replaceAll(/^import type [^;]+;/gm, '');
    for (const [, name = ''] of text.matchAll(/from '([^']+)'/g)) {
      expect(name, `import of ${file}`).toMatch(/^\.\//);
      visit(name);
    }
  };
  visit('vocabularies.ts');
  expect(seen.size).toBe(14);
});
