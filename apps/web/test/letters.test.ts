import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { fontFaces, pointsOf, rangeOf, type FontFace } from '../scripts/fonts/font-faces.ts';
import { usualLetters } from '../scripts/fonts/usual-letters.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const messages = (language: string) =>
  readFileSync(fileURLToPath(new URL(`../messages/${language}.json`, import.meta.url)), 'utf8');

/** Chinese signs, and marks that no file of the fonts writes: the reader's machine has them. */
const ofTheMachine = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef→∞●◐○✕]/u;

/** A file as the style sheet names it for some letters of a face. */
interface Served {
  readonly family: string;
  readonly weights: string;
  readonly file: string;
  readonly points: ReadonlySet<number>;
}

/** The files of letters that the built site serves, in the order of its style sheet. */
function servedFiles(): Served[] {
  const css = globSync('_app/immutable/assets/styles.*.css', { cwd: dist }).map((file) =>
    readFileSync(dist + file, 'utf8'),
  );
  return [...css.join('').matchAll(/@font-face\{([^}]*)\}/g)].map(([, rule = '']) => {
    const value = (name: string) => new RegExp(`(?:^|;)${name}:([^;]*)`).exec(rule)?.[1] ?? '';
    const file = /url\(["']?\/?([^"')]*)/.exec(value('src'))?.[1] ?? '';
    const family = value('font-family').replace(/["']/g, '');
    const weights = value('font-weight');
    return { family, weights, file: file.split('/').at(-1) ?? '', points: new Set(pointsOf(value('unicode-range'))) };
  });
}

const served = servedFiles();
const fontOf = (file: string) => create(readFileSync(`${dist}_app/immutable/assets/${file}`)) as Font;
const held = new Map(served.map(({ file }) => [file, new Set(fontOf(file).characterSet)]));

/** The files that a browser loads for a letter of a face, as far as they hold it. */
function filesFor(letter: string, { usual, whole, weights }: FontFace): string[] {
  const point = letter.codePointAt(0) ?? 0;
  return served
    .filter(
      (one) =>
        [usual, whole].includes(one.family) &&
        one.weights === weights &&
        one.points.has(point) &&
        held.get(one.file)?.has(point),
    )
    .map(({ file }) => file);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** The letters that a page shows: those of its text, and of what its fields say before they are filled in. */
function lettersOf(html: string): string {
  const fields = [...html.matchAll(/ (?:placeholder|value|alt)="([^"]*)"/g)].map(([, value]) => value);
  const text = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '');
  return (text + fields.join('')).replace(/&(#x?[\da-f]+|\w+);/gi, (_, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? name;
    return String.fromCodePoint(Number(name.slice(1).replace(/^x/i, '0x')));
  });
}

/** Every letter of the pages of a language that the fonts are to write, with a page that shows it. */
function shownIn(language: string): Map<string, string> {
  const shown = new Map<string, string>();
  for (const file of globSync('**/*.html', { cwd: dist })) {
    const [first = ''] = file.split(/[\\/]/);
    if ((['ru', 'zh'].includes(first) ? first : 'en') !== language) continue;
    for (const letter of new Set(lettersOf(readFileSync(dist + file, 'utf8')))) {
      if (letter >= ' ' && !ofTheMachine.test(letter)) shown.set(letter, file);
    }
  }
  return shown;
}

describe('letters', () => {
  it('of the usual kind come from small files, the others from those of the whole fonts', () => {
    for (const face of fontFaces) {
      for (const [alphabet, letters] of Object.entries(usualLetters)) {
        const one = [expect.stringMatching(`^letters-.*-${alphabet}-`)];
        for (const letter of letters) expect(filesFor(letter, face), letter).toEqual(one);
      }
      for (const letter of 'ñ€āşқҳіα') expect(filesFor(letter, face).join(' '), letter).toMatch(/^source-/);
    }
  });

  it.each(['en', 'ru', 'zh'])('of every page in the language %s are held by a file that is served', (language) => {
    const shown = shownIn(language);
    expect(shown.size).toBeGreaterThan(80);
    const fallen = [...shown].flatMap(([letter, page]) =>
      fontFaces
        .filter((face) => filesFor(letter, face).length === 0)
        .map(({ whole, weight }) => `${letter} of ${page} in ${whole} ${weight}`),
    );
    expect(fallen).toEqual([]);
  });

  it.each(['en', 'ru', 'zh'])('of the words of the site in the language %s are usual ones', (language) => {
    const usual = usualLetters.latin + (language === 'ru' ? usualLetters.cyrillic : '');
    const unusual = [...new Set(messages(language))].filter(
      (letter) => letter >= ' ' && !usual.includes(letter) && !ofTheMachine.test(letter),
    );
    expect(unusual).toEqual([]);
  });

  it('that are cut out of a font do not bear its name, which the licence reserves, but its rights', () => {
    const cut = served.filter(({ file }) => file.startsWith('letters-'));
    expect(cut).toHaveLength(Object.keys(usualLetters).length * fontFaces.length);
    for (const { file, family } of cut) {
      const { familyName, fullName, postscriptName, copyright } = fontOf(file);
      expect(familyName, file).toContain(family);
      expect(`${familyName} ${fullName} ${postscriptName}`, file).not.toContain('Source');
      expect(copyright, file).toContain('Adobe');
    }
  });

  it('are named to a browser in ranges', () => {
    const points = [0x2116, 0x63, 0x61, 0x62, 0x41];
    expect(rangeOf(points)).toBe('U+41, U+61-63, U+2116');
    expect(pointsOf('U+41, U+61-63,U+2116')).toEqual(points.toSorted((one, other) => one - other));
    expect(pointsOf('U+4??')).toHaveLength(256);
  });
});
