import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './found-imports.ts';
import { textsIn } from './words-in-code.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where code knows no dataset: which states there are, the dataset declares. */
const folders = ['packages/analysis/src', 'packages/router/src', 'packages/charts/src', 'apps'];
const files = folders
  .flatMap((folder) => sourceFiles(root, folder))
  .filter((file) => /^packages\/|^apps\/[^/]+\/(src|scripts)\//.test(file));

/** The claims of one article, which are to stand beside the dataset that they are put to. */
const claims = /^packages\/analysis\/src\/(claims\/|statistics\/claims\.ts$|article\.ts$)/;

/** Titles of published works, which stay as they are printed. */
const titles = /Sub-regional China Aid/g;

interface World {
  readonly senders: readonly string[];
  readonly recipients: readonly string[];
}
const { senders, recipients } = JSON.parse(
  readFileSync(join(root, 'packages/dataset/data/dataset.json'), 'utf8'),
) as World;
const codes = new Set([...senders, ...recipients]);
const names = /\bChina\b|Central Asia|Kazakh|Kyrgyz|Tajik|Turkmen|Uzbek|Китай|Китае|Казахстан|Средн\S+ Ази|中国|中亚/;

/** What the test would say of a file with this text. */
function statesIn(file: string, content: string): string[] {
  return textsIn(file, content).flatMap(({ line, text }) => {
    const written = text.replaceAll(titles, '');
    const found = codes.has(written) ? written : (names.exec(written)?.[0] ?? codeInMarkup(file, written));
    return found === null ? [] : [`${file}:${line} names ${found}; which states there are, the dataset declares`];
  });
}

/** Attributes of markup hold their values in quotation marks. */
function codeInMarkup(file: string, text: string): string | null {
  const quoted = file.endsWith('.svelte') ? [...text.matchAll(/["']([A-Z]{2})["']/g)].map(([, code = '']) => code) : [];
  return quoted.find((code) => codes.has(code)) ?? null;
}

describe('code', () => {
  it('names no state of the published dataset', () => {
    const found = files
      .filter((file) => !claims.test(file))
      .flatMap((file) => statesIn(file, readFileSync(join(root, file), 'utf8')));
    expect(found).toEqual([]);
    expect(files.length).toBeGreaterThan(300);
  });

  it.each([
    ['packages/analysis/src/x.ts', "const yes = supplier_countries.includes('CN');"],
    ['packages/router/src/x.ts', 'const states = `KZ`;'],
    ['packages/charts/src/x.ts', 'const numbers = { KG: 417 };'],
    ['apps/cli/src/x.ts', "const title = 'Training programs held in China';"],
    ['apps/api/src/x.ts', 'const title = `${count} programs of Central Asia`;'],
    ['apps/web/src/x.svelte', '<script>\n  const code = "TJ";\n</script>'],
    ['apps/web/src/x.svelte', '<p>Programs in China</p>'],
    ['apps/web/src/x.svelte', '<Map state="UZ" />'],
    ['apps/web/src/lib/x.ts', "const lead = 'Партнёрство с Китаем';"],
  ])('of %s that says %j is found', (file, text) => {
    expect(statesIn(file, text)).toHaveLength(1);
  });

  it.each([
    ['packages/analysis/src/x.ts', "/** In China, such as 'CN'. */\nconst a = 1; // China"],
    ['packages/analysis/src/x.ts', "const made = 'CNY in tmp';"],
    ['apps/web/src/x.svelte', '<!-- China --><p>{m.map_title(data)}</p>'],
    ['apps/cli/src/x.ts', "const words = 'in English, Russian or Chinese';"],
  ])('of %s that says %j is none', (file, text) => {
    expect(statesIn(file, text)).toEqual([]);
  });
});
