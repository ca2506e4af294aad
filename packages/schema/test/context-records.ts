import type { Adoption, Partnership, PledgeOrTotal, RecordFile, Transfer } from '../src/index.ts';

const evidence = { sources: ['S-0001'], confidence: 'high' as const, notes: null };

const partnership: Partnership = {
  id: 'PA-001',
  country: 'KG',
  date: '2013-09-11',
  level: 'strategic_partnership',
  rank: 2,
  title: 'A strategic partnership',
  instrument: null,
  ...evidence,
};

const transfer: Transfer = {
  id: 'TR-001',
  country: null,
  date: null,
  date_basis: 'acknowledged in a later report',
  kind: 'vehicles',
  terms: 'grant',
  recipient_agency: null,
  donor: null,
  supplier: null,
  title: 'Ten cars',
  description: 'Ten cars for the police.',
  value: 150000.5,
  currency: 'CNY',
  value_basis: 'stated',
  ...evidence,
};

const adoption: Adoption = {
  id: 'AD-001',
  country: 'UZ',
  city: null,
  date: '2019',
  system: 'safe_city',
  supplier: null,
  supplier_countries: ['CN'],
  operator: null,
  status: 'operating',
  title: 'Cameras',
  description: 'Cameras in a city.',
  value: null,
  currency: null,
  cameras: 0,
  ...evidence,
};

const pledge: PledgeOrTotal = {
  id: 'AT-001',
  kind: 'pledge',
  country: null,
  period_from: '2015',
  period_to: '2018-06',
  measure: 'officers',
  value: 100,
  value_low: null,
  value_high: 100,
  title: 'Up to a hundred officers',
  description: 'Said at a forum.',
  claimed_by: 'A ministry',
  ...evidence,
};

const coding = { round: 1, program: 'GX-0001', coder: 'A', coder_record: 'A-001', field: 'format', value: null };

const total = {
  fiscal_year: '2006-2007',
  country: 'TJ',
  rows: 2,
  trainees: 3,
  trainees_known_rows: 1,
  cost_usd: null,
  cost_known_rows: 0,
};

const project = {
  project_id: 40078,
  release: 'Second release',
  year: 2010,
  country: 'TJ',
  recipients: null,
  status: 'Completion',
  flow: 'Grant',
  flow_class: null,
  intent: null,
  sector: 'Education',
  amount: 10,
  currency: 'CNY',
  usd_current: 2,
  usd_constant: 3,
  usd_constant_base: 2017,
  funding_agency: null,
  implementing_agency: null,
  start: null,
  end: '2012',
  location: null,
  title: 'Computers for a school',
  security_training_kind: null,
};

/** A valid record of some tables, with the file it stands in. */
export const contextRecords = {
  partnerships: { file: 'partnerships/PA-001.json', value: partnership },
  transfers: { file: 'transfers/TR-001.json', value: transfer },
  adoptions: { file: 'adoptions/AD-001.json', value: adoption },
  pledges_and_totals: { file: 'pledges_and_totals/AT-001.json', value: pledge },
  codings: { file: 'codings.csv:2', value: coding },
  us_training_totals: { file: 'us_training_totals.csv:2', value: total },
  aid_projects: { file: 'aid_projects.csv:2', value: project },
} satisfies Readonly<Record<string, RecordFile>>;
