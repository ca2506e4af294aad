import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as schema from '../src/index.ts';

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

/** The examples in the comments of each file in src/, every one in a block of its own below one import. */
export function commentExamples(): [file: string, code: string][] {
  const imports = `import { ${Object.keys(schema).join(', ')} } from '@govexport/schema';\n`;
  return readdirSync(`${home}src`).flatMap((file) => {
    const text = readFileSync(`${home}src/${file}`, 'utf8');
    const examples = [...text.matchAll(/@example\n((?: \* (?!@).*\n)+)/g)].map(([, lines = '']) =>
      lines.replace(/^ \* /gm, ''),
    );
    return examples.length === 0 ? [] : [[file, imports + examples.map((code) => `{\n${code}}\n`).join('')]];
  });
}

/** The TypeScript blocks of the README, by their first line that is no import. */
export function readmeExamples(): [name: string, code: string][] {
  const text = readFileSync(`${home}README.md`, 'utf8');
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => [
    code.split('\n').find((line) => !/^(import|$)/.test(line)) ?? '',
    code,
  ]);
}
