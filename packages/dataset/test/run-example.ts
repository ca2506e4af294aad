import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as maintain from '../src/maintain.ts';

const home = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs an example as a reader of the package would, against its built files. `expression // => value` is checked.
 *
 * @throws Error with the output of the program, where it fails or a value differs
 */
export function runExample(code: string): void {
  const checked = code
    .replaceAll('\n// =>', ' // =>')
    .replace(/^(.+?);? \/\/ => (.+)$/gm, 'assert.deepStrictEqual($1, $2);');
  const program = `import assert from 'node:assert/strict';\n${checked}`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: home, stdio: 'pipe' });
}

/** The files in src/ with examples in comments, and all of these as one program, each in a block of its own. */
export function commentExamples(): { files: string[]; code: string } {
  const imports = ['node', 'maintain'].map((entry) => `import * as ${entry} from '@govexport/dataset/${entry}';\n`);
  const writers = ['parquet', 'workbook'].map((entry) => `import { ${entry}Of } from '@govexport/dataset/${entry}';\n`);
  const imported =
    "import { readJson } from '@govexport/dataset/json';\nimport { tables } from '@govexport/schema';\nimport { z } from 'zod';\n";
  const names = 'const { loadDataset, readDataset, readDatasetFiles, readPublishedFile, readUsTrainings } = node;\n';
  const own = Object.keys(maintain).filter((name) => !names.includes(name));
  const maintained = `const { ${own.join(', ')} } = maintain;\n`;
  const found = sourceFiles().flatMap((file) => {
    const text = readFileSync(`${home}src/${file}`, 'utf8');
    const examples = [...text.matchAll(/@example\n((?: \* (?!@).*\n)+)/g)].map(([, lines = '']) =>
      lines.replace(/^ \* /gm, ''),
    );
    return examples.map((code) => ({ file, block: `{ // ${file}\n${code}}\n` }));
  });
  const files = [...new Set(found.map(({ file }) => file))];
  return {
    files,
    code: [...imports, ...writers, imported, names, maintained].join('') + found.map(({ block }) => block).join(''),
  };
}

/** The TypeScript blocks of the README, by their first line that is no import. */
export function readmeExamples(): [name: string, code: string][] {
  const text = readFileSync(`${home}README.md`, 'utf8');
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => [
    code.split('\n').find((line) => !/^(import|$)/.test(line)) ?? '',
    code,
  ]);
}

function sourceFiles(): string[] {
  return readdirSync(`${home}src`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}
