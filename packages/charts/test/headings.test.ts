import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { pngOf } from '@govexport/charts/png';

interface FontFile {
  readonly family: string | null;
  readonly ranges: readonly (readonly [number, number])[];
}

const fonts = JSON.parse(readFileSync(new URL('../dist/fonts/fonts.json', import.meta.url), 'utf8')) as FontFile[];
const headings = fonts.filter(({ family }) => family !== null);

function isWritten(sign: string): boolean {
  const point = sign.codePointAt(0) ?? 0;
  return headings.some(({ ranges }) => ranges.some(([first, last]) => first <= point && point <= last));
}

function heading(text: string, { weight = 700, language = 'zh-Hans' } = {}): Promise<Uint8Array> {
  return pngOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" lang="${language}" font-family="'Noto Sans'" font-size="20"><text x="4" y="26" font-weight="${weight}">${text}</text></svg>`,
  );
}

describe('a Chinese heading', () => {
  test('has every sign of the words in Chinese in bold', () => {
    const phrases = fileURLToPath(
      new URL('dist/words/phrases/', import.meta.resolve('@govexport/router/package.json')),
    );
    const names = readdirSync(phrases).filter((name) => name.includes('.zh.'));
    const text = names.map((name) => readFileSync(`${phrases}${name}`, 'utf8')).join('');
    const signs = [...new Set(text.match(/\p{Script=Han}/gu))];
    expect(signs.length).toBeGreaterThan(500);
    expect(headings).toHaveLength(1);
    expect(signs.filter((sign) => !isWritten(sign))).toEqual([]);
  });

  test('is drawn bolder than the text below it', async () => {
    expect(await heading('培训项目')).not.toEqual(await heading('培训项目', { weight: 400 }));
  });

  test('is drawn in the usual weight where it holds a sign that no word has', async () => {
    expect(isWritten('鑫')).toBe(false);
    expect(await heading('鑫')).toEqual(await heading('鑫', { weight: 400 }));
  });

  test('does not change how a name in Chinese stands in a picture in English', async () => {
    const english = { language: 'en' };
    expect(await heading('培训', english)).toEqual(await heading('培训', { ...english, weight: 400 }));
  });
});
