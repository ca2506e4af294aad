import { statisticNames } from '@govexport/router';

/** Arguments of the built program whose whole output is kept in `golden/<name>/`. */
export interface GoldenCase {
  readonly name: string;
  readonly args: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  /** Folder below test/ that is copied for the case, as the working directory; what it writes there is kept too. */
  readonly within?: string;
}

/** Words as a shell takes them: one in quotes may hold spaces. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** A case that works on a copy of a folder below test/. */
function within(folder: string, name: string, line: string): GoldenCase {
  return { name, args: words(line), variables: {}, within: folder };
}

const small = { GOVEXPORT_DATASET: 'test/dataset' };

function golden(name: string, line: string): GoldenCase {
  return { name, args: line === '' ? [] : line.split(' '), variables: small };
}

/** Every statistic in every format, and its help: a new one is covered without a line here. */
const statistics = statisticNames.flatMap((name) => [
  golden(`${name}-table`, `${name} --scope all`),
  golden(`${name}-csv`, `${name} --scope all --format csv`),
  golden(`${name}-json`, `${name} --scope all --format json`),
  golden(`${name}-help`, `${name} --help`),
]);

const answers = [
  golden('bare', ''),
  golden('help-root', '--help'),
  golden('help-word', 'help programs list'),
  golden('help-group', 'programs --help'),
  golden('help-programs-get', 'programs get -h'),
  golden('help-sources-get', 'sources get --help'),
  golden('help-meta', 'meta --help'),
  golden('version', '--version'),
  golden('filter-lists', 'share --countries KZ,KG --countries TJ --scope all --table share'),
  golden('filter-negated', 'share --no-recommended-only --venues= --table counts'),
  golden('filter-true', 'composition --scope=all --recommended-only --dimension=country --format=csv --table=pairs'),
  golden('filter-empty-result', 'overview --from 1990 --to 1990'),
  golden('empty-trend', 'trend --from 2019 --to 2020 --domains justice'),
  golden('infinite-ratio', 'trend --from 2011 --to 2014 --scope all --table rate_ratios'),
  golden('options-before', '--format csv --dataset test/dataset share --table counts'),
  golden('list', 'programs list'),
  golden('list-page', 'programs list --sort=-title --limit 3'),
  golden('list-next-page', 'programs list --limit 2 --cursor ccec1ac8.GX-0005 --format csv'),
  golden('list-fields', 'programs list --fields id,title,year --sort=-year,title --limit 2 --no-total'),
  golden('list-context', 'transfers list'),
  golden('search', 'programs search полиция --limit 2'),
  golden('search-csv', 'programs search police --limit 2 --format csv --table matches'),
  golden('search-chinese', 'sources search 警察'),
  golden('facets', 'programs facets --countries KG --values 3'),
  golden('facets-csv', 'programs facets --domains security --format csv'),
  golden('tables', 'tables --table tables'),
  golden('tables-fields', 'tables --format csv --table fields'),
  golden('cite', 'cite'),
  golden('cite-record', 'cite GX-0001 --style bibtex --accessed 2026-11-24'),
  golden('cite-view', 'cite view programs countries=KG,KZ&from=2015 --style ris'),
  golden('cite-csl', 'cite GX-0001 --style csl-json'),
  golden('help-list', 'transfers list --help'),
  golden('help-search', 'sources search --help'),
  golden('help-facets', 'sources facets --help'),
  golden('help-cite', 'cite view --help'),
  golden('help-long-key', 'codings get --help'),
  golden('list-empty', 'programs list --from 1990 --to 1990'),
  golden('list-json', 'programs list --domains justice --limit 1 --format json'),
  golden('program', 'programs get GX-0060'),
  golden('program-csv', 'programs get GX-0060 --format csv'),
  golden('program-sources-csv', 'programs get GX-0060 --format csv --table sources'),
  golden('program-json', 'programs get GX-0001 --format json'),
  golden('source', 'sources get S-0001'),
  golden('source-cited-by', 'sources get S-0001 --table cited_by'),
  golden('meta', 'meta'),
  golden('meta-csv', 'meta --format csv --table cautions'),
];

const refusals = [
  golden('unknown-command', 'nope'),
  golden('misspelt-command', 'trnd'),
  golden('unknown-second-word', 'programs lst'),
  golden('missing-second-word', 'programs --format json'),
  golden('missing-command', '--format json'),
  golden('early-option', '--from 2007 trend'),
  golden('misspelt-option', 'trend --form 2007'),
  golden('unknown-option', 'trend --colour red'),
  golden('unknown-short-option', 'trend -x'),
  golden('bad-year', 'trend --from abc'),
  golden('bad-range', 'trend --from 2020 --to 2007'),
  golden('bad-list', 'trend --countries KZ,CN'),
  golden('bad-choice', 'share --attribute size'),
  golden('bad-boolean', 'share --recommended-only=maybe'),
  golden('bad-level', 'share --level 95'),
  golden('several-problems', 'trend --from abc --seed x'),
  golden('repeated-option', 'trend --from 2007 --from 2008'),
  golden('missing-value', 'trend --from'),
  golden('flag-for-value', 'trend --from --to 2007'),
  golden('value-for-flag', 'trend --no-recommended-only=true'),
  golden('bad-format', 'trend --format xml'),
  golden('bad-table', 'overview --table sharse'),
  golden('table-with-json', 'overview --table shares --format json'),
  golden('empty-dataset', 'overview --dataset='),
  golden('extra-word', 'trend 2007'),
  golden('missing-id', 'programs get'),
  golden('missing-words', 'codings get 1 GX-0001'),
  golden('bad-sort', 'transfers list --sort colour'),
  golden('bad-fields', 'transfers list --fields colour'),
  golden('bad-search', 'programs search !!'),
  golden('bad-view', 'cite view programs country=KG'),
  golden('cite-not-found', 'cite GX-9999'),
  golden('not-found', 'programs get GX-9999'),
  golden('source-not-found', 'sources get GX-0001'),
  golden('bad-cursor', 'programs list --cursor GX-9999'),
  golden('missing-dataset', 'overview --dataset test/nothing'),
  golden('broken-dataset', 'overview --dataset test/broken-dataset'),
  { name: 'broken-dataset-variable', args: ['meta'], variables: { GOVEXPORT_DATASET: 'test/broken-dataset' } },
];

const folders = [
  golden('help-dataset', 'dataset --help'),
  golden('validate-help', 'dataset validate --help'),
  golden('validate', 'dataset validate'),
  golden('validate-csv', 'dataset validate test/dataset --format csv --table warnings'),
  golden('validate-json', 'dataset validate test/dataset --format json'),
  golden('validate-broken', 'dataset validate test/broken-dataset'),
  golden('validate-broken-csv', 'dataset validate test/broken-dataset --format csv'),
  golden('validate-broken-json', 'dataset validate test/broken-dataset --format json'),
  golden('validate-no-dataset', 'dataset validate test/golden'),
  { name: 'validate-no-folder-named', args: ['dataset', 'validate'] },
  golden('validate-extra-word', 'dataset validate one two'),
  golden('validate-misspelt', 'dataset vlidate'),
  golden('new-without-word', 'dataset new'),
  golden('new-misspelt', 'dataset new prgram'),
  golden('new-program-help', 'dataset new program --help'),
  golden('new-source-help', 'dataset new source --help'),
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
    'new-program-refused',
    'dataset new program --title Seminar --start 2014-13 --sources S-9999 --security-related=maybe',
  ),
  within(
    'dataset',
    'new-program-unfit',
    'dataset new program --title Seminar --description None. --start 2014-05 --end 2014-04 --year-basis stated --domain civil --confidence low --sources S-0001 --exclusion-reasons press-tour --participants-value 3',
  ),
  within(
    'dataset',
    'new-source',
    'dataset new source --url https://example.org/page --publisher "Example News" --publisher-type state_media --language en --no-is-copy --accessed 2026-11-23 --access "live page" --format json',
  ),
  golden('diff-help', 'dataset diff --help'),
  golden('diff', 'dataset diff test/versions/before test/versions/after'),
  golden('diff-markdown', 'dataset diff test/versions/before test/versions/after --format md'),
  golden('diff-json', 'dataset diff test/versions/before test/versions/after --format json'),
  golden('diff-corrected', 'dataset diff test/versions/before test/versions/after --format csv --table corrected'),
  golden('diff-same', 'dataset diff test/versions/before test/versions/before'),
  golden('diff-broken', 'dataset diff test/versions/before test/broken-dataset'),
  golden('diff-missing', 'dataset diff test/versions/before test/versions/nowhere'),
  golden('diff-one-place', 'dataset diff test/versions/before'),
  golden('verify-help', 'dataset verify --help'),
  golden('verify-variable', 'dataset verify'),
  golden('verify-option', 'dataset verify --dataset test/versions/after --format json'),
  golden('verify-broken', 'dataset verify test/broken-dataset'),
  golden('verify-broken-csv', 'dataset verify test/broken-dataset --format csv'),
  golden('verify-no-package', 'dataset verify test/versions'),
  golden('verify-no-archive', 'dataset verify package.json'),
  golden('verify-missing', 'dataset verify nowhere.tgz'),
  within('import', 'verify-cut-archive', 'dataset verify cut.zip'),
  golden('import-help', 'dataset import-csv --help'),
  golden('build-help', 'dataset build --help'),
  within('import', 'import', 'dataset import-csv table.csv --mapping mapping.json --output out'),
  within('import', 'import-json', 'dataset import-csv table.csv --mapping mapping.json --output new/out --format json'),
  within('import', 'import-invalid', 'dataset import-csv invalid.csv --mapping mapping.json --output out'),
  within(
    'import',
    'import-invalid-csv',
    'dataset import-csv invalid.csv --mapping mapping.json --output out --format csv',
  ),
  within('import', 'import-new-mapping', 'dataset import-csv table.csv --new-mapping new.json'),
  within('import', 'import-mapping-exists', 'dataset import-csv table.csv --new-mapping mapping.json'),
  within('import', 'import-mapping-wrong', 'dataset import-csv table.csv --mapping invalid.json --output out'),
  within('import', 'import-mapping-no-json', 'dataset import-csv table.csv --mapping table.csv --output out'),
  within('import', 'import-no-file', 'dataset import-csv nothing.csv --mapping mapping.json --output out'),
  within('import', 'import-folder', 'dataset import-csv . --mapping mapping.json --output out'),
  within('import', 'import-output-taken', 'dataset import-csv table.csv --mapping mapping.json --output .'),
  within('import', 'import-output-file', 'dataset import-csv table.csv --mapping mapping.json --output table.csv'),
  within('import', 'import-without-mapping', 'dataset import-csv table.csv --output out'),
  within('import', 'import-without-output', 'dataset import-csv table.csv --mapping mapping.json'),
  within('import', 'import-without-file', 'dataset import-csv --mapping mapping.json --output out'),
  within('dataset', 'build-without-output', 'dataset build'),
  within('broken-dataset', 'build-invalid', 'dataset build --output ../never-written'),
  within('dataset', 'build-output-taken', 'dataset build --output .'),
  within('dataset', 'build-replace-other', 'dataset build --output programs --replace'),
  within('golden/bare', 'new-no-dataset', 'dataset new source --publisher X'),
];

/** Every case, with the whole output of the built program kept for each. */
export const goldenCases: readonly GoldenCase[] = [...statistics, ...answers, ...refusals, ...folders];
