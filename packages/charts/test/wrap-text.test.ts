import { describe, expect, test } from 'vitest';
import { textWidth } from '../src/layout/text-width.ts';
import { wrapText } from '../src/layout/wrap-text.ts';

describe('wrapText', () => {
  test('breaks between words, and no line is too wide', () => {
    const text = 'Программы повышения квалификации сотрудников правоохранительных органов';
    const lines = wrapText(text, 180);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(180);
  });

  test('breaks a word that is wider than a line', () => {
    const lines = wrapText('достопримечательностями', 60);
    expect(lines.join('')).toBe('достопримечательностями');
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(60);
  });

  test('breaks Chinese between signs, and no line begins with a sign that closes', () => {
    const text = '在华举办的项目，共26个；其中3个涉及安全（已知24个），2个不明。';
    for (let width = 40; width < 200; width += 7) {
      const lines = wrapText(text, width);
      expect(lines.join('')).toBe(text);
      for (const line of lines) expect(line).not.toMatch(/^[，。；：、）]|[（]$/u);
    }
  });

  test('a space that holds is no place to break', () => {
    expect(wrapText('доля 42,1\u00a0% и 95\u00a0%', 60)).toEqual(['доля', '42,1\u00a0% и', '95\u00a0%']);
  });

  test('nothing is no line', () => {
    expect(wrapText('', 100)).toEqual([]);
    expect(wrapText('  ', 100)).toEqual([]);
  });
});
