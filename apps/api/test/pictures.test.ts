import { readFileSync } from 'node:fs';
import { catalogue, statisticNames } from '@govexport/router';
import { describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { Problem } from '../src/problems/problem.ts';
import { app, ask, askOf, dataset } from './app.ts';

const charted = statisticNames.filter((name) => catalogue[name].chart !== null);
const { version } = dataset.meta;
const languages = ['en', 'ru', 'zh'] as const;

/** A picture without the address in its source. */
const withoutAddress = (svg: string) => svg.replaceAll(/https?:\/\/[^<]*/g, '');

async function pngOf(path: string) {
  const response = await app.fetch(new Request(`http://localhost${path}`));
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
}

describe('the picture of an answer', () => {
  it.each(charted)('of %s stands alone, and says what it counts and where from', async (name) => {
    const { status, headers, text } = await ask(`/v1/statistics/${name}.svg`);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(headers.get('content-disposition')).toBe(`inline; filename="${name}-${version}.svg"`);
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*aria-labelledby="[^"]+"/);
    expect(text).toMatch(/<title id="chart-title">[^<]+<\/title><desc id="chart-description">[^<]+<\/desc>/);
    expect(text).toContain(`version ${version}, ${dataset.meta.license}.`);
    expect(text).toContain(`/v1/data/${version}/statistics/${name}<`);
    expect(text).not.toMatch(/var\(|<style|<script|class=|NaN|undefined|<!--/);
  });

  it.each([']]>', ']]>--><!--', '-->', '<![CDATA[', '&amp;]]&gt;', ']]]]>>'])(
    'is XML also with the name %s',
    async (name) => {
      const programs = dataset.programs.map((program) => ({ ...program, host_institution: name }));
      const named = createApp({ dataset: { ...dataset, programs } });
      const { status, text } = await askOf(named, '/v1/statistics/hosts.svg');
      expect(status).toBe(200);
      expect(text.replaceAll(/<text[^>]*>|<\/text>/g, '')).toContain(
        name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;'),
      );
      // What draws pixels reads XML strictly.
      const { fetch: draw } = named;
      expect((await draw(new Request('http://localhost/v1/statistics/hosts.png'))).status).toBe(200);
    },
  );

  it.each(charted)('of %s is drawn in pixels', async (name) => {
    const { status, bytes, headers } = await pngOf(`/v1/statistics/${name}.png?from=2015`);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  it.each(languages)('is written in the language %s where it is asked for, and says so', async (language) => {
    const query = `from=2010&recommended_only=true&language=${language}`;
    const { text, headers } = await ask(`/v1/statistics/trend.svg?${query}`);
    expect(headers.get('content-language')).toBe({ en: 'en', ru: 'ru', zh: 'zh-Hans' }[language]);
    expect(text).toContain(`lang="${headers.get('content-language')}"`);
    const [, written = ''] = /<text[^>]*>(?:Records|Записи|记录)(.*?)<\/text>/.exec(text) ?? [];
    expect(written).toContain({ en: 'Yes', ru: 'Да', zh: '是' }[language]);
  });

  it('may be shown by a page that loads from others only what allows it', async () => {
    const { headers } = await ask('/v1/statistics/trend.svg');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it.each(charted)('of %s is the one of the site but for where it leads', async (name) => {
    for (const language of languages) {
      const golden = new URL(`../../web/test/golden/pictures/${name}-${language}.svg`, import.meta.url);
      const { text } = await ask(`/v1/statistics/${name}.svg?language=${language}`);
      expect(withoutAddress(text)).toBe(withoutAddress(readFileSync(golden, 'utf8')));
    }
  });

  it('is in English unless the address says otherwise, whatever the client speaks', async () => {
    const english = await ask('/v1/statistics/share.svg', { headers: { 'accept-language': 'ru' } });
    expect(english.text).toBe((await ask('/v1/statistics/share.svg?language=en')).text);
    expect(english.text).toBe((await ask('/v1/statistics/share.svg?language=')).text);
    const accept = 'image/svg+xml';
    const chosen = await ask('/v1/statistics/share?language=zh', { headers: { accept } });
    expect(chosen.text).toBe((await ask('/v1/statistics/share.svg?language=zh')).text);
    expect(chosen.headers.get('etag')).not.toBe(english.headers.get('etag'));
  });

  it.each([
    ['/v1/statistics/trend.svg?language=de', 'language is "de"; allowed is one of en, ru, zh.'],
    ['/v1/statistics/trend.png?language=ru&language=zh', 'language is ["ru","zh"]; allowed is one of en, ru, zh.'],
    ['/v1/statistics/trend.csv?language=ru', 'language'],
  ])('%s is refused', async (path, sentence) => {
    const { status, text } = await ask(path);
    expect([status, Problem.parse(JSON.parse(text)).detail]).toEqual([400, expect.stringContaining(sentence)]);
  });

  it('is asked for by Accept, and not by a browser that opens a page', async () => {
    const typeOf = async (accept: string) =>
      (await ask('/v1/statistics/trend', { headers: { accept } })).headers.get('content-type');
    expect(await typeOf('image/svg+xml')).toBe('image/svg+xml');
    expect(await typeOf('image/avif,image/webp,image/png,image/*;q=0.8,*/*;q=0.5')).toBe('image/png');
    expect(await typeOf('text/html,application/xhtml+xml,image/png,image/svg+xml,*/*;q=0.8')).toBe('application/json');
    expect(await typeOf('*/*')).toBe('application/json');
  });

  it('names the records that were chosen, and leads to the same answer', async () => {
    const query = 'attribute=technology_component&countries=KZ,KG&from=2010';
    const { text } = await ask(`/v1/statistics/share.svg?${query}`);
    expect(text).toContain('2010–2025; Countries: Kazakhstan, Kyrgyzstan; Attribute: Technology component.');
    const [, address = ''] = />http:\/\/127\.0\.0\.1:8787([^<]+)</.exec(text) ?? [];
    const answer = await ask(address.replaceAll('&amp;', '&'));
    expect(answer.text).toBe((await ask(`/v1/statistics/share?${query}`)).text);
  });

  it('names whom the terms of other tables ask to name', async () => {
    expect((await ask('/v1/statistics/indicators.svg')).text).toContain('CC-BY-SA-4.0. Data of the V-Dem');
  });

  it('is the same for a version for ever, and has no address where the server does not know its own', async () => {
    const { text, headers } = await ask(`/v1/data/${version}/statistics/trend.svg`);
    expect(text).toBe((await ask('/v1/statistics/trend.svg')).text);
    expect(headers.get('cache-control')).toBe('public, max-age=86400');
    const unknown = await askOf(createApp({ dataset }), '/v1/statistics/trend.svg');
    expect(unknown.text).not.toContain('/v1/data/');
  });

  it('of a dataset with signs that no font writes is refused as PNG, and not as SVG', async () => {
    const meta = { ...dataset.meta, title: 'Programs \u{1f600}' };
    const other = createApp({ dataset: { ...dataset, meta } });
    expect((await askOf(other, '/v1/statistics/trend.svg')).text).toContain('\u{1f600}');
    const { status, text } = await askOf(other, '/v1/statistics/trend.png');
    expect(status).toBe(406);
    expect(Problem.parse(JSON.parse(text)).detail).toContain('“\u{1f600}” (U+1F600), which no font of the PNG writes');
  });

  it('of what has no chart is refused with the formats there are', async () => {
    const { status, text } = await ask('/v1/statistics/claims.svg');
    expect([status, Problem.parse(JSON.parse(text)).detail]).toEqual([
      406,
      'the ending of the address is ".svg"; allowed is one of .json, .ndjson, .csv, .parquet, .xlsx.',
    ]);
  });
});
