/**
 * Every sentence of a refusal, in one table: `refusals.txt`. After a change that is meant, write it anew and read the
 * difference: `pnpm --filter @govexport/cli exec vitest run refusals --update`.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runBuilt, wordsOf } from './run-built.ts';

/** Copies of the folders below test/, since a command that is not refused might write to them. */
const folder = mkdtempSync(join(tmpdir(), 'refusals-'));
for (const name of ['dataset', 'import', 'versions', 'broken-dataset'])
  cpSync(join(import.meta.dirname, name), join(folder, name), { recursive: true });

afterAll(() => rmSync(folder, { recursive: true }));

const refused = [
  'nope',
  'trnd',
  'programs lst',
  'programs --format json',
  '--format json',
  '--from 2007 trend',
  'trend --form 2007',
  'trend --colour red',
  'trend --from abc',
  'trend --from 2020 --to 2007',
  'trend --countries KZ,CN',
  'share --attribute size',
  'share --recommended-only=maybe',
  'share --level 95',
  'trend --from abc --seed x',
  'trend --from 2007 --from 2008',
  'trend --from',
  'trend --from --to 2007',
  'trend --no-recommended-only=true',
  'trend --format xml',
  'trend --color sometimes',
  'trend --output=',
  'share --scope all --output import',
  'share --scope all --output nothing/file.csv',
  'trend --from abc --show-call',
  'codebook venue --show-call',
  'dataset validate --show-call',
  'export prgrams',
  'export programs --format xls',
  'export all',
  'export programs --table records',
  'export',
  'schema program',
  'schema programs --format yaml',
  'completion bsh',
  'codebook colour',
  'open GX-9999',
  'open GX-0060 --site example',
  'serve --port 0',
  'serve',
  'overview --table sharse',
  'overview --table shares --format json',
  'overview --dataset=',
  'trend 2007',
  'programs get',
  'codings get 1 GX-0001',
  'programs search !!',
  'cite view programs country=KG',
  'cite GX-9999',
  'programs get GX-9999',
  'sources get GX-0001',
  'programs list --cursor GX-9999',
  'overview --dataset nothing',
  'dataset validate versions',
  'dataset validate one two',
  'dataset vlidate',
  'dataset new',
  'dataset new prgram',
  'dataset new program --title Seminar --start 2014-13 --sources S-9999 --security-related=maybe',
  'dataset new program --title Seminar --description None. --start 2014-05 --end 2014-04 --year-basis stated --domain civil --confidence low --sources S-0001 --exclusion-reasons press-tour --participants-value 3',
  'dataset diff versions/before versions/nowhere',
  'dataset diff versions/before',
  'dataset verify import/table.csv',
  'dataset verify nowhere.tgz',
  'dataset import import/table.csv --mapping import/table.csv --output out',
  'dataset import import/nothing.csv --mapping import/mapping.json --output out',
  'dataset import import --mapping import/mapping.json --output out',
  'dataset import import/table.csv --mapping import/mapping.json --output import',
  'dataset import import/table.csv --mapping import/mapping.json --output import/table.csv',
  'dataset import import/table.csv --output out',
  'dataset import import/table.csv --mapping import/mapping.json',
  'dataset import --mapping import/mapping.json --output out',
  'dataset build',
  'dataset build dataset --output import',
  'dataset build dataset --output dataset/programs --replace',
  'meta -x',
  'borders list --sort colour',
  'borders list --fields colour',
  'export country_year',
  'overview --dataset broken-dataset',
  'dataset diff versions/before broken-dataset',
  'dataset import import/table.csv --new-mapping import/mapping.json',
];

/** What is refused where neither the working directory nor a variable names a dataset. */
const refusedWithoutDataset = ['dataset validate', 'dataset new source --publisher X'];

/** The arguments, the exit code and the sentence. */
async function row(line: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const { stdout, stderr, exit_code } = await runBuilt(wordsOf(line), variables, { folder });
  expect(stdout).toBe('');
  expect([1, 2, 3]).toContain(exit_code);
  return `$ govexport ${line}\nexit code ${String(exit_code)}\n${stderr}`;
}

it('is one sentence with the place, the value and what is allowed', { timeout: 180_000 }, async () => {
  const rows = [];
  for (const line of refused) rows.push(await row(line, { GOVEXPORT_DATASET: 'dataset' }));
  for (const line of refusedWithoutDataset) rows.push(await row(line, {}));
  await expect(rows.join('\n')).toMatchFileSnapshot('refusals.txt');
});
