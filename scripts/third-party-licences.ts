import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is asked of a bundler: the root knows none, each app brings its own. */
interface Bundler {
  emitFile(file: { readonly type: 'asset'; readonly fileName: string; readonly source: string }): unknown;
}

/** What a bundler has written. */
type Bundle = Readonly<Record<string, { readonly modules?: Readonly<Record<string, unknown>> }>>;

/**
 * Writes the licences of every library in the bundle beside it, as they ask for, and the list of the libraries with name,
 * version and licence for programs that examine the package.
 */
export function thirdPartyLicences(fileName: string) {
  return {
    name: 'third-party-licences',
    generateBundle(this: Bundler, _: unknown, bundle: Bundle) {
      const modules = Object.values(bundle).flatMap((part) => Object.keys(part.modules ?? {}));
      const folders = new Set(modules.filter((id) => id.includes('/node_modules/')).map(packageFolder));
      const byText = new Map<string, Set<string>>();
      for (const folder of [...folders].sort()) {
        const text = licenceOf(folder);
        byText.set(text, (byText.get(text) ?? new Set()).add(nameOf(folder)));
      }
      const blocks = [...byText].map(([text, names]) => `${[...names].join('\n')}\n\n${text}\n`);
      this.emitFile({ type: 'asset', fileName: `${fileName}.txt`, source: blocks.join(`\n${'-'.repeat(80)}\n\n`) });
      const list = [...folders].map(libraryIn).sort((one, other) => (one.name < other.name ? -1 : 1));
      this.emitFile({ type: 'asset', fileName: `${fileName}.json`, source: `${JSON.stringify(list, null, 2)}\n` });
    },
  };
}

/** The nearest folder with a named package; some packages hold unnamed manifests inside. */
function packageFolder(file: string): string {
  const folder = dirname(file);
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && nameOf(folder) !== '' ? folder : packageFolder(folder);
}

function nameOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  return name === undefined || version === undefined ? '' : `${name} ${version}`;
}

/** A library as the list of parts of a package names it; its licence as an SPDX expression, empty where it gives none. */
function libraryIn(folder: string): { readonly name: string; readonly version: string; readonly license: string } {
  const { name, version, license = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name, version, license };
}

function licenceOf(folder: string): string {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
  if (files.length === 0) throw new Error(`${folder} has no licence file; a library in the bundle must have one`);
  return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
}
