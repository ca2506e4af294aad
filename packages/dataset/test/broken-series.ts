import type { Broken } from './broken-files.ts';

const header = 'round,program,coder,coder_record,field,value';
const good = '1,GX-0001,A,A-001,format,seminar';
const csv = `expected CSV in UTF-8 with the header ${header}`;
const text = 'text that is not empty, without line breaks, control characters or spaces at its ends';

const codings = (what: string, content: string | Uint8Array, ...sentences: string[]): Broken => [
  `codings with ${what}`,
  { 'codings.csv': content },
  ...sentences.map((sentence) => `codings.csv${sentence}`),
];

const row = (what: string, line: string, sentence: string): Broken =>
  codings(what, `${header}\n${line}\n`, `:2${sentence}`);

/** Broken series: the CSV and its rows. */
export const brokenSeries: readonly Broken[] = [
  codings('nothing in the file', '', ` is empty; ${csv}`),
  codings('no header', `${good}\n`, ` is text with the header ${good}; ${csv}`),
  codings(
    'a field of another name',
    'round,program,coder,coder_record,field,answer\n',
    ` is text with the header round,program,coder,coder_record,field,answer; ${csv}`,
  ),
  codings(
    'fields in another order',
    'program,round,coder,coder_record,field,value\n',
    ` is text with the header program,round,coder,coder_record,field,value; ${csv}`,
  ),
  codings('a column too many in the header', `${header},note\n`, ` is text with the header ${header},note; ${csv}`),
  codings(
    'a header in capitals',
    `${header.toUpperCase()}\n`,
    ` is text with the header ${header.toUpperCase()}; ${csv}`,
  ),
  codings(
    'semicolons between the cells',
    `${header.replaceAll(',', ';')}\n`,
    ` is text with the header ${header.replaceAll(',', ';')}; ${csv}`,
  ),
  codings(
    'text in UTF-16',
    Buffer.from(`\uFEFF${header}\n`, 'utf16le'),
    ` is text in UTF-16, to be saved in UTF-8; ${csv}`,
  ),
  codings(
    'text in another encoding',
    Buffer.from(`${header}\n1,GX-0001,A,A-001,format,séminaire\n`, 'latin1'),
    ` is not UTF-8; ${csv}`,
  ),
  codings(
    'a quote that is not closed',
    `${header}\n1,GX-0001,A,A-001,format,"seminar\n`,
    ` is not CSV (quote not closed); ${csv}`,
  ),
  codings(
    'a quote within a cell',
    `${header}\n1,GX-0001,A,A-001,format,a"b\n`,
    ` is not CSV (invalid opening quote); ${csv}`,
  ),
  codings(
    'text after a quote',
    `${header}\n1,GX-0001,A,A-001,format,"a"b\n`,
    ` is not CSV (invalid closing quote); ${csv}`,
  ),
  row('a short row', '1,GX-0001,A', ' is a row of 3 cells; expected 6, one for each field'),
  row('a long row', `${good},more`, ' is a row of 7 cells; expected 6, one for each field'),
  codings('an empty line', `${header}\n${good}\n\n`, ':3 is a row of one cell; expected 6, one for each field'),
  row('NUL in a cell', '1,GX-0001,A,A-001,format,a\0b', `: value is "a\\u0000b"; expected ${text}, or null`),
  row('a space before a number', ' 1,GX-0001,A,A-001,format,seminar', ': round is " 1"; expected a whole number'),
  row('a number with a comma', '"1,5",GX-0001,A,A-001,format,seminar', ': round is "1,5"; expected a whole number'),
  row('a fraction for a whole number', '1.5,GX-0001,A,A-001,format,seminar', ': round is 1.5; expected a whole number'),
  row(
    'an empty cell that must be filled',
    ',GX-0001,A,A-001,format,seminar',
    ': round is null; expected a whole number',
  ),
  row(
    'an unknown field',
    '1,GX-0001,A,A-001,colour,red',
    ': field is "colour"; expected one of year, participants, confidence, domain, trainees, sector, frame, format, security_related, technology_component, equipment_transfer',
  ),
  row(
    'a program that is not there',
    '1,GX-0002,A,A-001,format,seminar',
    ': program is "GX-0002"; expected the id of a program in this dataset',
  ),
  codings(
    'the same row twice',
    `${header}\n${good}\n${good}\n`,
    ':3: round, program, coder, field is 1, "GX-0001", "A", "format"; expected a row of its own; codings.csv:2 has it',
  ),
  codings(
    'several problems at once, each with its line',
    `${header}\n${good}\n0,GX-0001,a,A-001,format,seminar\n1,GX-0001\n`,
    ':4 is a row of 2 cells; expected 6, one for each field',
    ':3: round is 0; expected at least 1',
    ':3: coder is "a"; expected one to three capital letters',
  ),
  ['a folder in place of a series', { 'codings.csv/': '' }, `codings.csv is not a file; ${csv}`],
  [
    'a lead with an address that is none',
    {
      'leads.csv': 'id,theme,url,description,missing,origin\nLE-001,security_and_justice,example.org,A course,year,\n',
    },
    'leads.csv:2: LE-001: url is "example.org"; expected an absolute http or https address without spaces or a password, or null',
  ],
  [
    'a position outside of the earth',
    { 'places.csv': 'name_en,name_zh,country,latitude,longitude,province,source\nNowhere,,CN,91,0,None,Made up\n' },
    'places.csv:2: latitude is 91; expected at most 90',
  ],
  [
    'a sum of US trainings that no line gives',
    {
      'us_training_totals.csv':
        'fiscal_year,country,rows,trainees,trainees_known_rows,cost_usd,cost_known_rows\n2006-2007,KZ,3,0,0,,0\n',
    },
    'us_training_totals.csv:2: trainees is 0; expected null where no line gives a number',
  ],
];
