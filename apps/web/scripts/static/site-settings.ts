import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const client = fileURLToPath(new URL('../../build/client/', import.meta.url));
const taken = ['GOVEXPORT_DATASET', 'ORIGIN', 'REPORTS', 'API_ORIGIN'];

/** The settings that the pages of a static site are made with. */
export function siteSettings(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given = taken.flatMap((name) => {
    const value = environment[name]?.trim() ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(given), STATIC_SITE: 'yes' };
}

/** Paths of the styles, scripts and pictures of the built site; a static host compresses them itself. */
export function siteFiles(): string[] {
  return globSync('**/*.*', { cwd: client })
    .filter((file) => !/\.(gz|br)$/.test(file))
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .sort();
}
