import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { zones } from '../../eslint/import-matrix.js';
import { judgeImport } from '../../eslint/judge-import.js';
import { circlesAmong } from './circles.ts';
import { importsIn, importsOf, sourceFiles, type FoundImport } from './found-imports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['packages', 'apps', 'tests', 'bench'].flatMap((folder) => sourceFiles(root, folder));

function violations(imports: readonly FoundImport[]): string[] {
  return imports.flatMap((found) => {
    const message = judgeImport(found);
    return message === null ? [] : [`${found.file}: ${message}`];
  });
}

/** What the test would say of a file with this text. */
function planted(file: string, text: string): string[] {
  return violations(importsIn(file, text));
}

describe('the import matrix', () => {
  it('holds for every file of the workspace', () => {
    const imports = files.flatMap((file) => importsOf(root, file));
    expect(violations(imports)).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
    console.log(`boundaries: ${imports.length} imports of ${files.length} files follow the import matrix`);
  });

  it('rules every source folder of packages and apps', () => {
    const sources = files.filter((file) => /^(packages|apps)\/[^/]+\/src\//.test(file));
    const unruled = sources.filter((file) => !zones.some((zone) => zone.files.test(file)));
    expect(unruled).toEqual([]);
  });

  it('reads every kind of import', () => {
    const text = [
      "import a from 'node:fs';",
      "import type { B } from 'node:path';",
      "export { c } from 'hono';",
      "const d = await import('svelte');",
      "type E = import('node:os').EOL;",
    ].join('\n');
    expect(importsIn('packages/schema/src/x.ts', text).map(({ specifier, typeOnly }) => [specifier, typeOnly])).toEqual(
      [
        ['node:fs', false],
        ['node:path', true],
        ['hono', false],
        ['svelte', false],
        ['node:os', true],
      ],
    );
  });
});

describe('circles of files', () => {
  it('are none, of types either', () => {
    expect(circlesAmong(files.flatMap((file) => importsOf(root, file)))).toEqual([]);
  });

  it("are found over several files, types, code that is loaded later and the site's own name for its library", () => {
    const planted = [
      importsIn('apps/web/src/lib/a.ts', "import b from './b.ts';"),
      importsIn('apps/web/src/lib/b.ts', "import type { C } from './c/c.svelte';"),
      importsIn('apps/web/src/lib/c/c.svelte', "<script>const a = import('$lib/a.ts');</script>"),
      importsIn('apps/web/src/lib/d.ts', "import a from './a.ts';"),
      importsIn('apps/web/src/lib/self.ts', "export { x } from './self.ts';"),
    ].flat();
    expect(circlesAmong(planted)).toEqual([
      ['apps/web/src/lib/a.ts', 'apps/web/src/lib/b.ts', 'apps/web/src/lib/c/c.svelte'],
      ['apps/web/src/lib/self.ts'],
    ]);
  });
});

describe('the commands of the command line', () => {
  it('are imported together by nothing but what answers', () => {
    const importing = files.filter(
      (file) =>
        file.startsWith('apps/cli/src/') &&
        importsOf(root, file).some(({ specifier }) => specifier.endsWith('/registry.ts')),
    );
    expect(importing).toEqual(['apps/cli/src/answering.ts']);
  });
});

describe('a planted violation', () => {
  it.each([
    ['packages/schema/src/x.ts', "import fs from 'node:fs';", 'schema may not import "node:fs"'],
    [
      'packages/analysis/src/x.ts',
      "import { loadDataset } from '@govexport/dataset';",
      'Take the dataset as an argument',
    ],
    [
      'packages/analysis/src/engines/sql/x.ts',
      "import { DuckDBInstance } from '@duckdb/node-api';",
      'Ask DuckDB through "@govexport/analysis/engines/duckdb"',
    ],
    [
      'packages/analysis/src/engines/duckdb/x.ts',
      "import { createClient } from '@clickhouse/client';",
      'Ask ClickHouse through "@govexport/analysis/engines/clickhouse"',
    ],
    [
      'apps/web/src/lib/recompute.ts',
      "import { openDuckdb } from '@govexport/analysis/engines/duckdb';",
      'apps/web, recomputing in the browser may not import',
    ],
    [
      'packages/charts/src/x.ts',
      "import { catalogue } from '@govexport/analysis';",
      'charts may not import "@govexport/analysis"',
    ],
    ['packages/charts/src/x.ts', "import fs from 'node:fs';", 'only src/pictures/ reads files'],
    ['apps/cli/src/x.ts', "import { sizes } from '@govexport/charts';", 'only apps/api and apps/web import'],
    [
      'apps/web/src/routes/+page.svelte',
      "<script>import { pngOf } from '@govexport/charts/png';</script>",
      'Pictures that stand alone are made on the server',
    ],
    ['packages/router/src/x.ts', "import { Hono } from 'hono';", 'Only apps/api serves HTTP with Hono'],
    [
      'packages/http/src/x.ts',
      "import zlib from 'node:zlib';",
      'only src/node.ts and src/node/ take what Node alone has',
    ],
    ['packages/http/src/node.ts', "import { showValue } from '@govexport/schema';", 'http, Node entry may not import'],
    ['packages/router/src/x.ts', "import { ResponseCache } from '@govexport/http';", 'Answers are kept and sent where'],
    ['packages/dataset/src/x.ts', "import fs from 'node:fs';", 'Keep this module free of its host'],
    [
      'apps/cli/src/x.ts',
      "import { catalogue } from '@govexport/analysis';",
      'Call the statistic through "@govexport/router"',
    ],
    [
      'apps/cli/src/x.ts',
      "import { validateFolder } from '@govexport/dataset/maintain';",
      'Only src/maintain/ takes "@govexport/dataset/maintain"',
    ],
    [
      'apps/cli/src/maintain/x.ts',
      "import { loadDataset } from '@govexport/dataset';",
      'answers come from "@govexport/router"',
    ],
    ['packages/dataset/src/duplicates/x.ts', "import fs from 'node:fs';", 'Keep this module free of its host'],
    ['apps/api/src/x.ts', "import app from '@govexport/web';", 'No app is imported'],
    [
      'apps/web/src/routes/+page.svelte',
      "<script>import { catalogue } from '@govexport/router';</script>",
      'types only',
    ],
    ['apps/cli/src/x.ts', "import x from '../../api/src/app.ts';", 'leaves apps/cli'],
    ['apps/cli/src/x.ts', "import x from '@govexport/router/src/trpc.ts';", 'reaches into another package'],
    ['bench/analysis/x.ts', "import x from '../../packages/analysis/src/index.ts';", 'leaves bench'],
    ['apps/api/src/x.ts', "import x from '../../../scripts/third-party-licences.ts';", 'leaves apps/api'],
  ])('in %s is named with its remedy', (file, text, remedy) => {
    const [message = ''] = planted(file, text);
    expect(message).toContain(`${file}: `);
    expect(message).toContain(remedy);
  });

  it.each([
    ['apps/web/src/routes/+page.svelte', "<script>import type { Table } from '@govexport/router';</script>"],
    ['apps/web/src/lib/server/caller.ts', "import { createCaller } from '@govexport/router';"],
    ['packages/charts/src/x.ts', "import { writeNumber, type Chart } from '@govexport/analysis/tables';"],
    ['apps/web/src/routes/+page.svelte', "<script>import Chart from '@govexport/charts/Chart.svelte';</script>"],
    ['packages/analysis/src/engines/duckdb/x.ts', "const { DuckDBInstance } = await import('@duckdb/node-api');"],
    ['packages/router/src/node.ts', "import { readDataset } from '@govexport/dataset/node';"],
    ['apps/cli/rolldown.config.ts', "import { thirdPartyLicences } from '../../scripts/third-party-licences.ts';"],
    ['apps/cli/src/maintain/validate.ts', "import { validateFolder } from '@govexport/dataset/maintain';"],
  ])('is not seen in %s where the import is allowed', (file, text) => {
    expect(planted(file, text)).toEqual([]);
  });
});

describe('the linter', () => {
  it('reports a planted violation with its remedy', async () => {
    const eslint = new ESLint({ cwd: root });
    const [report] = await eslint.lintText("import fs from 'node:fs';\n\nexport const read = fs.readFileSync;\n", {
      filePath: `${root}/packages/schema/src/fields.ts`,
    });
    expect(report?.messages.map(({ message }) => message)).toContain(
      'schema may not import "node:fs". Keep this module free of its host: read files in a Node entry or in an app, and pass the content on.',
    );
  });
});

describe('the layout', () => {
  it('has no file whose name says nothing', () => {
    const vague = files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.)/.test(file));
    expect(vague).toEqual([]);
  });

  it('has no file over 250 lines', () => {
    const long = files
      .map((file) => ({ file, lines: readFileSync(`${root}/${file}`, 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  it('has the packages, apps and tests of the architecture', () => {
    expect(readdirSync(`${root}/packages`).sort()).toEqual([
      'analysis',
      'charts',
      'dataset',
      'http',
      'router',
      'schema',
    ]);
    expect(readdirSync(`${root}/apps`).sort()).toEqual(['api', 'cli', 'web']);
  });
});
