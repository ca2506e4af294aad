import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';

/** Where a release is kept; what is not given stays as it is. */
export interface Place {
  /** Address of the repository, such as https://github.com/owner/name. */
  readonly repository?: string | undefined;
  /** Address of the site. */
  readonly homepage?: string | undefined;
  /** DOI of the dataset without an address before it. */
  readonly doi?: string | undefined;
}

const shapes = {
  repository: [/^https:\/\/[^\s/]+\/[^\s/]+\/[^\s/]+(?<!\.git)$/, 'https://HOST/OWNER/NAME'],
  homepage: [/^https:\/\/\S+$/, 'an address with https://'],
  doi: [/^10\.\d{4,9}\/\S+$/, 'a DOI without an address before it, such as 10.5281/zenodo.1234'],
} as const;

/** What is wrong with a place, in sentences. */
export function placeProblems(place: Place): string[] {
  return (['repository', 'homepage', 'doi'] as const).flatMap((name) => {
    const value = place[name];
    const [shape, expected] = shapes[name];
    return value === undefined || shape.test(value) ? [] : [`--${name} is "${value}"; expected ${expected}.`];
  });
}

/**
 * Writes a place into the manifests of packages, and the DOI and the address of the site into what the dataset says of
 * itself. Nothing else of a file is touched.
 *
 * @returns the files that changed
 */
export function fillPlace(root: string, directories: readonly string[], place: Place): string[] {
  const { repository, homepage, doi } = place;
  const manifests = directories.map((directory) => ({
    file: `${directory}/package.json`,
    fields: {
      homepage: homepage ?? (repository === undefined ? undefined : `${repository}#readme`),
      bugs: repository === undefined ? undefined : { url: `${repository}/issues` },
      repository: repository === undefined ? undefined : { type: 'git', url: `git+${repository}.git`, directory },
    },
  }));
  const dataset = { file: 'packages/dataset/data/dataset.json', fields: { url: homepage, doi } };
  return [...manifests, dataset].filter(({ file, fields }) => fill(join(root, file), fields)).map(({ file }) => file);
}

function fill(path: string, fields: Readonly<Record<string, unknown>>): boolean {
  const before = readFileSync(path, 'utf8');
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  const after = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .reduce((text, [name, value]) => applyEdits(text, modify(text, [name], value, { formattingOptions })), before);
  if (after !== before) writeFileSync(path, after);
  return after !== before;
}
