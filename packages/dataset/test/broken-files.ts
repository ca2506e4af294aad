import { metaWith, programWith, sourceWith, transferWith, type Contents } from './small-dataset.ts';

/** What is broken, the files that differ from the valid small dataset, and every line of the message after the first. */
export type Broken = readonly [what: string, contents: Contents, ...problems: string[]];

const json = 'expected one JSON object in UTF-8';
const parts =
  'expected only dataset.json, programs/, sources/, partnerships/, transfers/, adoptions/, agreements/, institutions/, pledges_and_totals/, rights_events/, codings.csv, reviews/, leads.csv, indicators.csv, countries.csv, places.csv, borders.csv, us_training_totals.csv, aid_projects.csv, aliases.csv, withdrawn.csv';

/** Broken files and folders. */
export const brokenFiles: readonly Broken[] = [
  ['no dataset.json', { 'dataset.json': null }, `dataset.json is missing; ${json}`],
  [
    'an empty dataset.json',
    { 'dataset.json': '' },
    `dataset.json is not JSON (line 1, column 1: value expected); ${json}`,
  ],
  [
    'a record cut off',
    { 'programs/GX-0001.json': '{"id":' },
    `programs/GX-0001.json is not JSON (line 1, column 7: value expected); ${json}`,
  ],
  [
    'a record in which a comma is missing',
    { 'programs/GX-0001.json': '{\n  "id": "GX-0001"\n  "title": "A"\n}' },
    `programs/GX-0001.json is not JSON (line 3, column 3: comma expected); ${json}`,
  ],
  [
    'a record that names a field twice',
    { 'programs/GX-0001.json': '{ "id": "GX-0001", "frame": { "a": 1 }, "id": "GX-0002" }' },
    `programs/GX-0001.json is JSON that names "id" twice (line 1, column 41); ${json}`,
  ],
  [
    'text in another encoding',
    { 'sources/S-0001.json': Buffer.from(sourceWith({ title: 'Séminaire' }), 'latin1') },
    `sources/S-0001.json is not UTF-8; ${json}`,
  ],
  [
    'text in UTF-16',
    { 'dataset.json': Buffer.from(`\uFEFF${metaWith({})}`, 'utf16le') },
    `dataset.json is text in UTF-16, to be saved in UTF-8; ${json}`,
  ],
  ['a list in place of a record', { 'dataset.json': '[]' }, 'dataset.json is []; expected a value of type object'],
  [
    'null in place of a record, whose source is not reported as unused',
    { 'programs/GX-0001.json': 'null' },
    'programs/GX-0001.json is null; expected a value of type object',
  ],
  [
    'no folder of programs, where sources are not reported as unused',
    { 'programs/GX-0001.json': null },
    'programs is missing; expected a folder with one JSON file for each record',
  ],
  [
    'no folder of sources, where citations are not reported as dangling',
    { 'sources/S-0001.json': null },
    'sources is missing; expected a folder with one JSON file for each record',
  ],
  [
    'a file in place of a folder',
    { 'sources/S-0001.json': null, sources: '[]' },
    'sources is not readable (ENOTDIR); expected a folder with one JSON file for each record',
  ],
  [
    'a source that cannot be read, reported once and not by the programs that cite it',
    { 'sources/S-0001.json': '' },
    `sources/S-0001.json is not JSON (line 1, column 1: value expected); ${json}`,
  ],
  [
    'a stray file among the programs',
    { 'programs/notes.txt': 'to do' },
    'programs/notes.txt is not a record; expected only .json files in this folder',
  ],
  [
    'a hidden file among the sources',
    { 'sources/.hidden': '' },
    'sources/.hidden is not a record; expected only .json files in this folder',
  ],
  [
    'a folder among the programs',
    { 'programs/2014/': '' },
    'programs/2014 is not a record; expected only .json files in this folder',
  ],
  [
    'a folder that is named like a record',
    { 'programs/GX-0002.json/': '' },
    `programs/GX-0002.json is not a file; ${json}`,
  ],
  [
    'a file that is not named after its record',
    { 'programs/GX-0001.json': null, 'programs/GX-0002.json': programWith({}) },
    'programs/GX-0002.json: id is "GX-0001"; expected the name of its file without .json',
  ],
  [
    'an id that stands twice, under another file name',
    { 'programs/GX-0002.json': programWith({}) },
    'programs/GX-0002.json: id is "GX-0001"; expected the name of its file without .json',
    'programs/GX-0002.json: GX-0001: id is "GX-0001"; expected an id of its own; programs/GX-0001.json has it',
  ],
  [
    'an id that a source and a program share',
    { 'programs/S-0001.json': programWith({ id: 'S-0001' }) },
    'sources/S-0001.json: id is "S-0001"; expected an id of its own; programs/S-0001.json has it',
  ],
  [
    'a line break in a file name',
    { 'programs/a\nb.json': programWith({ id: 'GX-0002' }) },
    'programs/a\\u000ab.json: id is "GX-0002"; expected the name of its file without .json',
  ],
  [
    'problems of files and of records together',
    {
      'dataset.json': metaWith({ version: 'new' }),
      'programs/GX-0001.json': programWith({ year: 2015 }),
      'programs/GX-0002.json': '',
      'sources/notes.txt': '',
    },
    `programs/GX-0002.json is not JSON (line 1, column 1: value expected); ${json}`,
    'sources/notes.txt is not a record; expected only .json files in this folder',
    'dataset.json: version is "new"; expected a semantic version such as 1.0.0',
    'programs/GX-0001.json: year is 2015; expected 2014, the year of start 2014-05-12',
  ],
  ['a misspelt table', { 'transfer/TR-001.json': transferWith({}) }, `transfer is no part of a dataset; ${parts}`],
  ['a series in a folder', { 'codings/': '' }, `codings is no part of a dataset; ${parts}`],
  ['a series as JSON', { 'codings.json': '[]' }, `codings.json is no part of a dataset; ${parts}`],
  ['a text for people at the top', { 'README.md': 'Mine.' }, `README.md is no part of a dataset; ${parts}`],
  ['a hidden file at the top', { '.hidden': '' }, `.hidden is no part of a dataset; ${parts}`],
  [
    'a file in place of a table that may be missing',
    { transfers: '[]' },
    'transfers is not readable (ENOTDIR); expected a folder with one JSON file for each record',
  ],
  [
    'a record of another table that is cut off',
    { 'transfers/TR-001.json': '{' },
    'transfers/TR-001.json is not JSON (line 1, column 2: close brace expected); ' + json,
  ],
];
