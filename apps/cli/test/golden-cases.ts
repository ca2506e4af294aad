import { statisticNames } from '@govexport/router';
import { wordsOf } from './run-built.ts';

/** A call of the built program whose whole effect is kept in `golden/<name>.txt`. */
export interface GoldenCase {
  readonly name: string;
  readonly args: readonly string[];
  /** Folder below test/ that is copied for the case, as the working directory; what it writes there is kept too. */
  readonly within: string | null;
}

function golden(name: string, line: string): GoldenCase {
  return { name, args: wordsOf(line), within: null };
}

/** A case that works on a copy of a folder below test/. */
function within(folder: string, name: string, line: string): GoldenCase {
  return { name, args: wordsOf(line), within: folder };
}

/** How every statistic looks; a new one is covered without a line here. Its numbers are proved elsewhere. */
const statistics = statisticNames.map((name) => golden(name, `${name} --scope all`));

/** The help of every command stands in the manual page; these show how a terminal has it. */
const help = [
  golden('help', '--help'),
  golden('help-group', 'programs --help'),
  golden('help-word', 'help programs list'),
  golden('help-statistic', 'trend --help'),
  golden('help-folder', 'dataset new source --help'),
  golden('help-file', 'export -h'),
  golden('manual', 'manual'),
  golden('version', '--version'),
];

const filters = [
  golden('filter-lists', 'share --countries KZ,KG --countries TJ --scope all --table share'),
  golden('filter-negated', 'share --no-recommended-only --venues= --table counts'),
  golden('filter-true', 'composition --scope=all --recommended-only --dimension=country --format=csv --table=pairs'),
  golden('filter-empty-result', 'overview --from 1990 --to 1990'),
  golden('empty-trend', 'trend --from 2019 --to 2020 --domains justice'),
  golden('infinite-ratio', 'trend --from 2011 --to 2014 --scope all --table rate_ratios'),
];

const forms = [
  golden('options-before', '--format csv --dataset test/dataset share --table counts'),
  golden('csv-tables', 'trend --scope all --format csv'),
  golden('ndjson', 'share --scope all --format ndjson --table counts'),
  golden('markdown', 'share --scope all --format md'),
  golden('markdown-record', 'sources get S-0001 --format md'),
  golden('colour', 'share --scope all --table counts --color always'),
  within('dataset', 'output', 'share --scope all --table counts --format csv --output counts.csv --dataset .'),
  within('dataset', 'output-replaced', 'share --scope all --table counts --format csv -o dataset.json'),
];

const records = [
  golden('list', 'programs list'),
  golden('list-next-page', 'programs list --limit 2 --cursor 3758aa2b.GX-0005 --format csv'),
  golden('list-fields', 'programs list --fields id,title,year --sort=-year,title --limit 2 --no-total'),
  golden('list-context', 'transfers list'),
  golden('list-empty', 'programs list --from 1990 --to 1990'),
  golden('list-json', 'programs list --domains justice --limit 1 --format json'),
  golden('search', 'programs search полиция --limit 2'),
  golden('search-csv', 'programs search police --limit 2 --format csv --table matches'),
  golden('search-chinese', 'sources search 警察'),
  golden('facets', 'programs facets --countries KG --values 3'),
  golden('tables', 'tables --table tables'),
  golden('tables-fields', 'tables --format csv --table fields'),
  golden('program', 'programs get GX-0060'),
  golden('program-csv', 'programs get GX-0060 --format csv'),
  golden('program-json', 'programs get GX-0001 --format json'),
  golden('source', 'sources get S-0001'),
  golden('meta', 'meta'),
  golden('meta-csv', 'meta --format csv --table cautions'),
  golden('cite', 'cite'),
  golden('cite-record', 'cite GX-0001 --style bibtex --accessed 2026-11-24'),
  golden('cite-view', 'cite view programs countries=KG,KZ&from=2015 --style ris'),
  golden('cite-csl', 'cite GX-0001 --style csl-json'),
  golden('codebook', 'codebook --format csv'),
  golden('codebook-field', 'codebook venue'),
  golden('codebook-json', 'codebook programs.participants.basis --format json'),
];

const calls = [
  golden('call', 'trend --countries KG,KZ --from 2010 --show-call'),
  golden('call-record', 'programs get GX-0060 --show-call'),
  golden('call-fields', 'programs list --fields id,title --limit 3 --show-call'),
  golden('call-search', 'programs search полиция --show-call'),
  golden('call-view', 'cite view programs countries=KG --show-call'),
];

const files = [
  golden('schema', 'schema countries'),
  golden('schema-table', 'schema sources --format table-schema'),
  golden('schema-zod', 'schema sources --format zod'),
  golden('export-json', 'export withdrawn --format json'),
  golden('export-ndjson', 'export sources --format ndjson'),
  golden('export-list', 'export programs_countries'),
  golden('open-source', 'open S-0001 --site https://data.example.org'),
  golden('open-first', 'open'),
];

const folders = [
  golden('validate', 'dataset validate'),
  golden('validate-csv', 'dataset validate test/dataset --format csv --table warnings'),
  golden('validate-broken', 'dataset validate test/broken-dataset'),
  golden('validate-broken-json', 'dataset validate test/broken-dataset --format json'),
  within(
    'dataset',
    'new-program',
    `dataset new program --title "Customs seminar; second run" --description "A seminar." --start 2014-05-12 --end 2014-05-31 --duration-days 20 --year-basis stated --domain security --confidence high --countries KZ,KG --host-cities "Urumqi; Turpan" --host-cities Kashgar --recipient-agencies "Customs service (KZ)" --program-format seminar --participants-value 20 --participants-basis exact --no-equipment-transfer --sources S-0001 --field-sources-dates S-0001`,
  ),
  within(
    'dataset',
    'new-program-duplicate',
    `dataset new program --dry-run --title "A seminar for senior police officers of SCO states at Shandong Police College" --description "The same." --start 2006-05 --year-basis stated --domain security --confidence low --sources S-0001 --countries KZ`,
  ),
  within(
    'dataset',
    'new-source',
    'dataset new source --url https://example.org/page --publisher "Example News" --publisher-type state_media --language en --no-is-copy --accessed 2026-11-23 --access "live page" --format json',
  ),
  golden('diff', 'dataset diff test/versions/before test/versions/after'),
  golden('diff-markdown', 'dataset diff test/versions/before test/versions/after --format md'),
  golden('diff-corrected', 'dataset diff test/versions/before test/versions/after --format csv --table corrected'),
  golden('diff-same', 'dataset diff test/versions/before test/versions/before --format json'),
  golden('verify-broken', 'dataset verify test/broken-dataset'),
  golden('verify-no-package', 'dataset verify test/versions'),
  within('import', 'verify-cut-archive', 'dataset verify cut.zip'),
  within(
    'import',
    'init',
    'dataset init begun --senders US --recipients BR,VN --creators "Our project" --license CC-BY-4.0 --from 2010 --unit course',
  ),
  within('import', 'import', 'dataset import table.csv --mapping mapping.json --output new/out --format json'),
  within('import', 'import-new-mapping', 'dataset import table.csv --new-mapping new.json'),
  within('import', 'import-invalid', 'dataset import invalid.csv --mapping mapping.json --output out'),
  within('import', 'import-mapping-wrong', 'dataset import table.csv --mapping invalid.json --output out'),
  within('broken-dataset', 'build-invalid', 'dataset build --output ../never-written'),
];

/** Every case; what is refused in a sentence stands in `refusals.test.ts`. */
export const goldenCases: readonly GoldenCase[] = [
  ...statistics,
  ...help,
  ...filters,
  ...forms,
  ...records,
  ...calls,
  ...files,
  ...folders,
];
