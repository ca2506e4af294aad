import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as http from '../src/index.ts';

const home = fileURLToPath(new URL('..', import.meta.url));

/** Runs an example as a reader of the package would, against its built files; `expression // => value` is checked. */
function runExample(code: string): void {
  const imports = `import assert from 'node:assert/strict';\nimport { ${Object.keys(http).join(', ')} } from '@govexport/http';\n`;
  const checked = code.replaceAll(/^(.+?);? \/\/ => (.+)$/gm, 'assert.deepStrictEqual($1, $2);');
  execFileSync(process.execPath, ['--input-type=module', '--eval', imports + checked], { cwd: home, stdio: 'pipe' });
}

const examples = globSync('src/*.ts', { cwd: home }).flatMap((file) =>
  [...readFileSync(home + file, 'utf8').matchAll(/@example\n([^]*?)\n *\*\//g)].map(([, block = '']) => ({
    file,
    code: block.replaceAll(/^ *\* ?/gm, ''),
  })),
);

describe('the examples in comments', () => {
  it.each(examples)('of $file hold: $code', ({ code }) => {
    expect(code).toContain('// => ');
    runExample(code);
  });

  it('fail where they are wrong', () => {
    expect(() => runExample('isReading({ method: "POST" }) // => true')).toThrow('false !== true');
  });
});
