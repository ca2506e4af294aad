import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { statisticNames } from '@govexport/analysis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, startSite, type Server } from './src/servers.ts';
import { runCli, textOf } from './src/surfaces.ts';

/** Courses that one state gave officials of three others, none of which the published dataset knows. */
const given = fileURLToPath(new URL('world/', import.meta.url));
const names =
  /China|Chinese|Central Asia|Kazakh|Kyrgyz|Tajik|Turkmen|Uzbek|Китай|Китае|Китая|Центральн\S+ Ази|中国|中亚/g;

let folder: string;
let dataset: string;
let api: Server;
let site: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'world-'));
  cpSync(given, folder, { recursive: true });
  dataset = join(folder, 'courses');
  const files = [join(folder, 'courses.csv'), '--mapping', join(folder, 'mapping.json')];
  await runCli(['dataset', 'import-csv', ...files, '--output', dataset]);
  [api, site] = await Promise.all([startApi(dataset), startSite(dataset)]);
});

afterAll(async () => {
  await Promise.all([api.stop(), site.stop()]);
  rmSync(folder, { recursive: true });
});

const cli = (...args: string[]) => runCli([...args, '--dataset', dataset]);

/** Status and text of an address. */
async function answerOf(address: string): Promise<[status: number, text: string]> {
  const response = await fetch(address);
  return [response.status, await response.text()];
}

/** What a page shows, without its scripts, styles and addresses. */
function textShown(html: string): string {
  return html.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]*>/g, ' ');
}

describe('a dataset with another sender and other recipients', () => {
  it('is valid', async () => {
    expect(await cli('dataset', 'validate', dataset)).toContain('is valid: 14 records');
  });

  it.each(statisticNames.filter((name) => name !== 'claims'))('has the same answer of %s everywhere', async (name) => {
    const choice = { share: 'attribute=security_related', composition: 'dimension=venue' }[name as string] ?? '';
    const options = choice === '' ? [] : [`--${choice}`];
    const expected = await cli(name, ...options, '--format', 'json');
    expect(await textOf(`${api.origin}/v1/statistics/${name}?${choice}`)).toBe(expected);
    expect(await textOf(`${site.origin}/statistics/${name}.json?${choice}`)).toBe(expected);
  });

  it('counts by its own states, in their order, and by its own scopes', async () => {
    const { result } = JSON.parse(
      await cli('crosstab', '--rows', 'domain', '--columns', 'country', '--format', 'json'),
    ) as {
      result: { cells: { column: string; observed: number }[] };
    };
    expect(result.cells.map(({ column, observed }) => [column, observed])).toEqual([
      ['BR', 3],
      ['NG', 2],
      ['VN', 1],
    ]);
    const { input } = JSON.parse(await cli('trend', '--scope', 'at_home', '--format', 'json')) as { input: object };
    expect(input).toMatchObject({ scope: 'at_home', from: 2015, to: 2018, venues: ['in_sender'] });
  });

  it.each([
    ['countries', 'KZ', 'one of BR, NG, VN'],
    ['scope', 'article', 'one of at_home, default, all'],
  ])('refuses another value of %s everywhere', async (name, value, allowed) => {
    await expect(cli('trend', `--${name}`, value)).rejects.toThrow(`--${name} is "${value}"; allowed is ${allowed}.`);
    const place = name === 'countries' ? 'countries.0' : name;
    const sentence = `${place} is "${value}"; allowed is ${allowed}.`;
    const query = `${name}=${value}`;
    const [status, problem] = await answerOf(`${api.origin}/v1/statistics/trend?${query}`);
    expect([status, (JSON.parse(problem) as { detail: string }).detail]).toEqual([400, sentence]);
    const input = JSON.stringify({ [name]: name === 'countries' ? [value] : value });
    const [refused, error] = await answerOf(`${api.origin}/trpc/statistics.trend?input=${encodeURIComponent(input)}`);
    expect([refused, (JSON.parse(error) as { error: { message: string } }).error.message]).toEqual([400, sentence]);
    const [shown, page] = await answerOf(`${site.origin}/statistics/trend?${query}`);
    expect([shown, page]).toEqual([400, expect.stringContaining(allowed)]);
  });

  it('is what the API describes, the command line helps with and the shell completes', async () => {
    const description = JSON.parse(await textOf(`${api.origin}/openapi.json`)) as {
      components: { parameters: Record<string, { name: string; schema: { items?: { enum?: string[] } } }> };
    };
    const parameters = Object.values(description.components.parameters);
    expect(parameters.find(({ name }) => name === 'countries')?.schema.items?.enum).toEqual(['BR', 'NG', 'VN']);
    expect(await cli('trend', '--help')).toMatch(/of:\s+BR,\s+NG,\s+VN\./);
    expect(await runCli(['__complete', 'trend', '--dataset', dataset, '--scope', ''])).toBe(
      'at_home\t\ndefault\t\nall\t',
    );
  });

  it.each(['', '/ru', '/zh'])('speaks of no state but its own on the pages below "%s/"', async (language) => {
    for (const path of [
      '/',
      '/countries',
      '/countries/VN',
      '/statistics/trend',
      '/compare',
      '/about',
      '/cite',
      '/limits',
    ]) {
      const text = textShown(await textOf(`${site.origin}${language}${path}`));
      expect(text.match(names) ?? [], language + path).toEqual([]);
    }
    const home = textShown(await textOf(`${site.origin}${language}/`));
    expect(home).toContain('Courses of the United States');
  });

  it('is told with its sender and its states', async () => {
    const venues = textShown(await textOf(`${site.origin}/statistics/composition?dimension=venue`));
    expect(venues).toContain('In the United States');
    expect(textShown(await textOf(`${site.origin}/ru/countries`))).toContain('Вьетнам');
    expect(textShown(await textOf(`${site.origin}/zh/countries`))).toContain('巴西');
    expect((await answerOf(`${site.origin}/countries/KZ`))[0]).toBe(404);
  });

  it('does not offer what it cannot answer, and says why', async () => {
    const sentence = 'which the dataset cannot answer: it lacks the scope article among its scopes';
    await expect(cli('claims')).rejects.toThrow(sentence);
    expect(await answerOf(`${api.origin}/v1/statistics/claims`)).toEqual([404, expect.stringContaining(sentence)]);
    expect((await answerOf(`${site.origin}/claims`))[0]).toBe(404);
  });
});

describe('a folder whose world is not told, or not kept to', () => {
  const changed = (change: (meta: Record<string, unknown>) => void): Promise<string> => {
    const copy = join(folder, 'changed');
    rmSync(copy, { recursive: true, force: true });
    cpSync(dataset, copy, { recursive: true });
    const file = join(copy, 'dataset.json');
    const meta = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    change(meta);
    writeFileSync(file, JSON.stringify(meta));
    return runCli(['trend', '--dataset', copy]);
  };

  it('is refused with what to write', async () => {
    const answer = changed((meta) => {
      delete meta['senders'];
      delete meta['recipients'];
    });
    await expect(answer).rejects.toThrow(/senders is nothing; expected a list of the ISO 3166-1 alpha-2 codes/);
    await expect(answer).rejects.toThrow(/recipients is nothing; expected .*, at least one, such as \["BR", "VN"\]/);
  });

  it('is refused with the record, the value and what is allowed', async () => {
    const answer = changed((meta) => {
      meta['recipients'] = ['BR', 'NG'];
    });
    await expect(answer).rejects.toThrow(
      'programs/GX-0003.json: countries.0 is "VN"; expected one of BR, NG, the recipients in dataset.json',
    );
  });
});
