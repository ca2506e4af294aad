import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { addressedOperations, snippetsOf } from '@govexport/router';
import { formatsOf } from '../src/answers/answer-operation.ts';
import { codeSamples, type CodeSample } from '../src/reference/code-samples.ts';
import { isPresent, run } from './programs-present.ts';
import { endAll, serve } from './server-process.ts';

const { origin } = await serve({ RATE_LIMIT: '0' });
afterAll(endAll);

const examples = addressedOperations.flatMap((operation) => {
  const { id, title, example } = operation;
  if (example === null) return [];
  const snippets = snippetsOf(operation, example, { origin });
  return [{ id, snippets: codeSamples(snippets, { title, formats: formatsOf(operation) }) }];
});

const hasR = isPresent('Rscript', '--version');
const hasJsonlite = isPresent('Rscript', '-e', 'library(jsonlite)');

/** Whether an example can run here: R reads tables by itself, and JSON with a package that it may not have. */
function canRun({ source }: CodeSample): boolean {
  return hasJsonlite || !source.includes('jsonlite::');
}

/** The examples of one language that can run here, with the ids of their operations. */
function runnable(lang: CodeSample['lang']): { id: string; source: string }[] {
  return examples.flatMap(({ id, snippets }) =>
    snippets.filter((snippet) => snippet.lang === lang && canRun(snippet)).map(({ source }) => ({ id, source })),
  );
}

/** The examples of one language, each followed by a line that shows that it got an answer. */
function scriptOf(lang: CodeSample['lang'], proof: (id: string) => string): string {
  return runnable(lang)
    .map(({ id, source }) => `${source}\n${proof(id)}\n`)
    .join('\n');
}

/** A program that is not installed here has nothing to prove; which ones are is printed. */
const programs = [
  {
    lang: 'shell',
    present: isPresent('curl', '--version'),
    answers: () =>
      run(
        'sh',
        ['-e'],
        scriptOf('shell', (id) => `echo; echo 'answered ${id}'`),
      ),
  },
  {
    lang: 'r',
    present: hasR,
    answers: () =>
      run(
        'Rscript',
        ['-'],
        scriptOf('r', (id) => `if (length(answer) > 0) cat("answered ${id}\\n")`),
      ),
  },
  {
    lang: 'python',
    present: isPresent('python3', '--version'),
    answers: () =>
      run(
        'python3',
        ['-'],
        scriptOf('python', (id) => `if answer is not None: print("answered ${id}")`),
      ),
  },
  {
    lang: 'typescript',
    present: true,
    answers: () => {
      // Every example imports the same; the imports of a module stand once and outside of blocks.
      const modules = runnable('typescript').map(({ id, source }) => ({ id, parts: source.split('\n\n') }));
      const blocks = modules.map(
        ({ id, parts: [, body = ''] }) => `{ ${body}\nif (answer) console.log('answered ${id}'); }`,
      );
      const script = [...new Set(modules.map(({ parts: [imports = ''] }) => imports)), ...blocks].join('\n');
      return run(process.execPath, ['--input-type=module-typescript'], script);
    },
  },
].filter(({ present }) => present);

const manual = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8').replaceAll(
  'http://127.0.0.1:8787',
  origin,
);

/** The examples of the manual in one language. */
function blocksOf(lang: string): string[] {
  return [...manual.matchAll(new RegExp(`\`\`\`${lang}\\n([^]*?)\`\`\``, 'g'))].map(([, block = '']) => block);
}

describe('the examples of the description', () => {
  it.each(programs)('in $lang get an answer from every operation', ({ lang, answers }) => {
    const answered = [...answers().matchAll(/^answered (.+)$/gm)].map(([, id]) => id);
    expect(answered).toEqual(runnable(lang).map(({ id }) => id));
    expect(answered.length).toBeGreaterThan(addressedOperations.length / 3);
  });

  it('for spreadsheets give a table', async () => {
    for (const { snippets } of examples) {
      const [, address] =
        /IMPORTDATA\("([^"]+)"\)/.exec(snippets.find(({ lang }) => lang === 'excel')?.source ?? '') ?? [];
      if (address === undefined) continue;
      const response = await fetch(address);
      expect([address, response.status, (await response.text()).includes(',')]).toEqual([address, 200, true]);
    }
  });

  it('for a page give a picture', async () => {
    const sources = examples.flatMap(({ snippets }) => snippets.filter(({ lang }) => lang === 'html'));
    for (const { source } of sources) {
      const [, address = ''] = /^<img src="([^"]+)" alt="[^"]+">$/.exec(source) ?? [];
      const { status, headers } = await fetch(address.replaceAll('&amp;', '&'));
      expect([address, status, headers.get('content-type')]).toEqual([address, 200, 'image/svg+xml']);
    }
    expect(sources.length).toBeGreaterThan(15);
  });
});

describe('the examples of the manual', () => {
  it('run', () => {
    const ran = [];
    const shells = blocksOf('sh').filter((block) => !block.includes('sqlite3') || isPresent('sqlite3', '--version'));
    if (isPresent('curl', '--version')) ran.push(...shells.map((block) => run('bash', ['-eo', 'pipefail'], block)));
    if (hasR) ran.push(...blocksOf('r').map((block) => run('Rscript', ['-'], `${block}\nstopifnot(nrow(trend) > 0)`)));
    const pandas = isPresent('python3', '-c', 'import pandas');
    const blocks = blocksOf('python').filter((block) => pandas || !block.includes('pandas'));
    if (isPresent('python3', '--version')) ran.push(...blocks.map((block) => run('python3', ['-'], block)));
    console.log(`clients: ${programs.map(({ lang }) => lang).join(', ')}; ${ran.length} examples of the manual ran`);
  });

  it('count in SQLite what the dataset holds', async () => {
    const { total } = (await (await fetch(`${origin}/v1/programs?limit=1`)).json()) as { total: number };
    const [pipe = ''] = blocksOf('sh').filter((block) => block.includes('sqlite3'));
    expect(pipe).toContain('| sqlite3');
    if (!isPresent('sqlite3', '--version') || !isPresent('curl', '--version')) return;
    const counts = run('bash', ['-eo', 'pipefail'], pipe)
      .trim()
      .split(/\r?\n/)
      .map((line) => Number(line.split(',')[1]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
  });
});
