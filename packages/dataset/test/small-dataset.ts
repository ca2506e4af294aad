import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Contents by path; `null` stands for a file that is not there, and a path that ends with a slash for a folder. */
export type Contents = Readonly<Record<string, string | Uint8Array | null>>;

const meta = {
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
  keywords: [],
  cautions: [],
};

const source = {
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

const program = {
  id: 'GX-0001',
  title: 'Seminar on customs control',
  description: 'A seminar in Urumqi for customs officers.',
  start: '2014-05-12',
  end: '2014-05-31',
  year: 2014,
  year_basis: 'stated',
  duration_days: 20,
  venue: 'in_sender',
  host_institution: null,
  host_institution_local: null,
  host_cities: ['Urumqi'],
  host_province: 'Xinjiang',
  organisers: [],
  funders: [],
  frame: 'bilateral',
  countries: ['KZ'],
  countries_implied: [],
  other_countries: [],
  recipient_agencies: [],
  domain: 'security',
  sector: 'customs',
  topics: [],
  participants: { value: null, low: null, high: null, basis: 'unknown' },
  security_related: true,
  technology_component: null,
  equipment_transfer: null,
  technology_notes: null,
  format: 'seminar',
  trainees: 'officials',
  sources: ['S-0001'],
  field_sources: { dates: [], host: [], countries: [], participants: [], content: [] },
  codings: [],
  confidence: 'high',
  recommended_for_aggregates: true,
  exclusion_reasons: [],
  notes: null,
};

const transfer = {
  id: 'TR-001',
  country: 'KZ',
  date: '2014-06',
  date_basis: 'delivery',
  kind: 'vehicles',
  terms: 'grant',
  recipient_agency: null,
  donor: 'China',
  supplier: null,
  title: 'Ten cars',
  description: 'Ten cars for the customs service.',
  value: 150000,
  currency: 'CNY',
  value_basis: 'stated',
  sources: ['S-0001'],
  confidence: 'medium',
  notes: null,
};

/** The text of a valid record with some fields replaced; `undefined` takes a field out. */
export const metaWith = (patch: object): string => JSON.stringify({ ...meta, ...patch });
export const programWith = (patch: object): string => JSON.stringify({ ...program, ...patch });
export const sourceWith = (patch: object): string => JSON.stringify({ ...source, ...patch });
export const transferWith = (patch: object): string => JSON.stringify({ ...transfer, ...patch });

const valid: Contents = {
  'dataset.json': metaWith({}),
  'programs/GX-0001.json': programWith({}),
  'sources/S-0001.json': sourceWith({}),
};

/** Writes the valid small dataset with some files replaced, lets `use` look at it, and takes it away again. */
export function withFolder<Result>(contents: Contents, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'govexport-'));
  try {
    for (const [path, content] of Object.entries({ ...valid, ...contents })) writeEntry(join(folder, path), content);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeEntry(path: string, content: string | Uint8Array | null): void {
  if (content === null) return;
  mkdirSync(path.endsWith('/') ? path : dirname(path), { recursive: true });
  if (!path.endsWith('/')) writeFileSync(path, content);
}
