import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { madeBelow, termsList } from '../scripts/terms-list.ts';

const [written = '', made = ''] = readFileSync(new URL('../../../docs/terms.md', import.meta.url), 'utf8').split(
  madeBelow,
);

test('docs/terms.md names everything as the schema and the surfaces do; `pnpm generate` writes it', () => {
  expect(made.trim()).toBe(termsList());
});

test('every word that is explained stands in the three languages', () => {
  const words = written.split('\n').filter((line) => line.startsWith('- **'));
  expect(words.length).toBeGreaterThan(0);
  for (const word of words) {
    const [, english = '', russian = '', chinese = ''] = /^- \*\*(.+?)\*\* · (.+?) · (.+?): ./.exec(word) ?? [];
    expect(
      [/[a-z]/.test(english), /\p{Script=Cyrillic}/u.test(russian), /\p{Script=Han}/u.test(chinese)],
      word,
    ).toEqual([true, true, true]);
  }
});
