// Checks datapackage.json against the published profiles: node scripts/validate-datapackage.ts PROFILE_FOLDER
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { default as formats } from 'ajv-formats';
import { home } from './derived-files.ts';

type Json = Record<string, unknown>;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder of the profiles, with datapackage.json, dataresource.json and tableschema.json.');
  process.exit(2);
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Json;

// The profiles carry hints for forms, which are no part of JSON Schema.
const ajv = new Ajv({ strict: false, allErrors: true, formats: { textarea: true } });
formats.default(ajv);

/** What of the values does not fit the profile, each with its place. */
function problemsOf(profile: string, values: readonly [name: string, value: unknown][]): string[] {
  const validate = ajv.compile(readJson(join(folder ?? '', profile)));
  return values.flatMap(([name, value]) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message ?? 'is wrong'}`),
  );
}

const descriptor = readJson(`${home}datapackage.json`);
const resources = descriptor['resources'] as Json[];
const problems = [
  ...problemsOf('datapackage.json', [['datapackage.json', descriptor]]),
  ...problemsOf(
    'dataresource.json',
    resources.map((one) => [String(one['name']), one]),
  ),
  ...problemsOf(
    'tableschema.json',
    resources.map((one) => [`${String(one['name'])}/schema`, one['schema']]),
  ),
];
if (problems.length > 0) {
  console.error(problems.slice(0, 20).join('\n'));
  console.error(`datapackage.json does not fit the profiles: ${problems.length} problems.`);
  process.exit(1);
}
console.log(`datapackage.json fits the profiles, with its ${resources.length} resources.`);
