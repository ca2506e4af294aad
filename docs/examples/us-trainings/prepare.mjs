/**
 * Reads the table of course lines of the reports on foreign military training by the United States, as it is or packed by
 * gzip, and writes one line for each of its lines, in the columns that `mapping.json` names. What the table does not say
 * stays empty; what it says and no field holds goes into the notes.
 *
 *     node prepare.mjs us-fmtrpt-all.tsv.gz | govexport dataset import - --mapping mapping.json --output us-trainings
 */
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** ISO 3166-1 codes by the names that the table gives to states; null for what has no code. */
const codes = JSON.parse(readFileSync(new URL('countries.json', import.meta.url), 'utf8'));

const given =
  'fiscal_year,country,program,course_title,recipient_unit,delivery_unit,start_date,end_date,location,quantity,total_cost_usd,page'.split(
    ',',
  );

/** What the table writes where it knows nothing. */
const silent = /^(?:-|N\/A|UNK|N\/A - N\/A|UNK - (?:0|N\/A)|0|VARIOUS)?$/i;

const made = {
  title: ({ course_title }) => course_title || 'Course line without a printed title',
  description: ({ fiscal_year, country }) =>
    `A line of the report on foreign military training for the fiscal years ${fiscal_year}, under ${country}.`,
  start: startOf,
  end: (line) => (endsBefore(line) ? '' : line.end_date),
  year: (line) => (isBelievable(line) ? '' : reportYear(line)),
  venue: ({ location }) => (location.endsWith(', US') ? 'in_sender' : 'unknown'),
  host: ({ delivery_unit }) => (silent.test(delivery_unit) ? '' : delivery_unit),
  budget: ({ program }) => program,
  country: ({ country }) => codeOf(country) ?? '',
  agency: ({ country, recipient_unit }) =>
    silent.test(recipient_unit) || codeOf(country) === null ? '' : `${recipient_unit} (${codeOf(country)})`,
  trainees: ({ quantity }) => (isNumber(quantity) ? quantity : ''),
  notes: (line) => notesOf(line).join(' '),
  report: ({ fiscal_year }) =>
    `Foreign Military Training and DoD Engagement Activities of Interest, fiscal years ${fiscal_year}`,
};

/** The fiscal year that a report looks back on: that for 2006-2007 tells what began from October 2005 to September 2006. */
function reportYear({ fiscal_year }) {
  return fiscal_year.slice(0, 4);
}

/** A line is not read as begun more than ten years before its report, or two after it: such a date was misread. */
function isBelievable(line) {
  const years = Number(line.start_date.slice(0, 4)) - Number(reportYear(line));
  return line.start_date !== '' && years >= -10 && years <= 2;
}

/** A line with no trainees is none, and one with more than a hundred thousand was misread. */
function isNumber(quantity) {
  return quantity !== '' && Number(quantity) > 0 && Number(quantity) <= 100_000;
}

/**
 * The first day; where none is printed, the year of the report. A line that ended in the last quarter of the calendar year
 * before began there too: a fiscal year begins in October.
 */
function startOf(line) {
  if (isBelievable(line)) return line.start_date;
  const year = reportYear(line);
  const before = String(Number(year) - 1);
  return line.end_date.startsWith(before) ? before : year;
}

function endsBefore(line) {
  return line.end_date !== '' && line.end_date < startOf(line);
}

function codeOf(country) {
  if (!(country in codes)) throw new Error(`${JSON.stringify(country)} is not in countries.json.`);
  return codes[country];
}

/** What a person should know of a line, each where it is so. */
const notes = [
  [({ start_date }) => start_date === '', () => 'No first day is printed: the year is that of the report.'],
  [
    (line) => line.start_date !== '' && !isBelievable(line),
    ({ start_date }) => `The first day reads ${start_date}, which cannot be: the year is that of the report.`,
  ],
  [endsBefore, ({ end_date }) => `The last day reads ${end_date}, which is before the first: left out.`],
  [isUnnamed, ({ country }) => `The report names ${country}, which has no ISO 3166-1 code.`],
  [
    (line) => isUnnamed(line) && !silent.test(line.recipient_unit),
    ({ recipient_unit }) => `Unit of the trainees: ${recipient_unit}.`,
  ],
  [
    ({ quantity }) => quantity !== '' && !isNumber(quantity),
    ({ quantity }) => `The number of trainees reads ${quantity}, which cannot be: left out.`,
  ],
  [({ location }) => location !== '', ({ location }) => `Place as printed: ${location}.`],
  [({ total_cost_usd: cost }) => cost !== '', ({ total_cost_usd: cost }) => `Cost in US dollars: ${cost}.`],
  [({ page }) => page !== '', ({ page }) => `Page ${page}.`],
];

function isUnnamed({ country }) {
  return codeOf(country) === null;
}

function notesOf(line) {
  return notes.filter(([isSo]) => isSo(line)).map(([, told]) => told(line));
}

/** A cell without its quotes, on one line and without spaces at its ends. */
function plain(cell) {
  const text = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  return text.replaceAll(/\s+/g, ' ').trim();
}

function written(cell) {
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

async function* prepared(lines) {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const cells = text.split('\t').map(plain);
    if (number === 1) {
      if (cells.join() !== given.join()) throw new Error(`The header is ${cells.join()}; expected ${given.join()}.`);
      yield `${Object.keys(made).join('\t')}\n`;
      continue;
    }
    if (cells.length !== given.length)
      throw new Error(`Line ${number} has ${cells.length} cells; expected ${given.length}.`);
    const line = Object.fromEntries(given.map((name, at) => [name, cells[at]]));
    yield `${Object.values(made)
      .map((make) => written(make(line)))
      .join('\t')}\n`;
  }
}

const [, , path = ''] = process.argv;
const file = createReadStream(path);
const text = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
file.on('error', (error) => text.destroy(error));
try {
  const lines = createInterface({ input: text, crlfDelay: Infinity });
  await pipeline(Readable.from(prepared(lines)), process.stdout);
} catch (error) {
  process.stderr.write(`${path === '' ? 'No file is given' : path}: ${error.message}\n`);
  process.exitCode = 1;
}
