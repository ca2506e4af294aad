import { formatProblem, parseDataset, type DatasetFiles, type Program, type Source } from '../src/index.ts';
import type { DatasetMeta } from '../src/dataset-meta.ts';

export const meta: DatasetMeta = {
  name: 'small',
  title: 'A small dataset',
  description: 'One program and one source.',
  version: '1.0.0',
  license: 'CC-BY-4.0',
  license_url: 'https://creativecommons.org/licenses/by/4.0/',
  creators: ['The makers'],
  year_published: 2026,
  senders: ['CN'],
  recipients: ['KZ', 'KG', 'TJ', 'TM', 'UZ'],
  unit: 'program',
  year_starts_in: 1,
  scopes: { default: { from: null, to: null, venues: ['in_sender', 'hybrid'], recommended_only: true } },
  default_scope: 'default',
  keywords: ['training'],
  cautions: ['Made for tests.'],
};

export const source: Source = {
  id: 'S-0001',
  url: 'https://example.org/page',
  publisher: 'Example News',
  publisher_type: 'state_media',
  title: '培训班开班',
  published: '2014-06',
  language: 'zh',
  is_copy: false,
  original_publisher: null,
  accessed: '2026-11-23',
  access: 'stored copy',
  link_status: 'not_checked',
  link_checked: null,
};

export const program: Program = {
  id: 'GX-0001',
  title: 'Seminar on customs control',
  description: 'A seminar in Urumqi for customs officers.',
  start: '2014-05-12',
  end: '2014-05-31',
  year: 2014,
  year_basis: 'stated',
  duration_days: 20,
  venue: 'in_sender',
  host_institution: 'Example College',
  host_institution_local: '示例学院',
  host_cities: ['Urumqi'],
  host_province: 'Xinjiang',
  organisers: ['Ministry of Commerce'],
  funders: [],
  frame: 'bilateral',
  countries: ['KZ'],
  countries_implied: [],
  other_countries: ['RU'],
  recipient_agencies: [{ name: 'Customs service', country: 'KZ' }],
  domain: 'security',
  sector: 'customs',
  topics: ['customs control'],
  participants: { value: 20, low: 20, high: 20, basis: 'exact' },
  security_related: true,
  technology_component: null,
  equipment_transfer: false,
  technology_notes: null,
  format: 'seminar',
  trainees: 'officials',
  sources: ['S-0001'],
  field_sources: { dates: ['S-0001'], host: [], countries: [], participants: [], content: [] },
  codings: ['A-001'],
  confidence: 'high',
  recommended_for_aggregates: true,
  exclusion_reasons: [],
  notes: null,
};

/** The files of a dataset with one program and one source, each with some fields replaced. */
export function filesWith(patches: { meta?: object; program?: object; source?: object }): DatasetFiles {
  return {
    meta: { file: 'dataset.json', value: { ...meta, ...patches.meta } },
    programs: [{ file: 'programs/GX-0001.json', value: { ...program, ...patches.program } }],
    sources: [{ file: 'sources/S-0001.json', value: { ...source, ...patches.source } }],
  };
}

/** Every problem of a dataset, as sentences. */
export function sentences(files: DatasetFiles): string[] {
  const parsed = parseDataset(files);
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
}

/** A record without one of its fields. */
export function without(record: object, field: string): object {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== field));
}
