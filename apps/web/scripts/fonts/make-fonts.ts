import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';
import { faceRule, fontFaces, partFile, pointsOf, usualFile, wholeParts, type FontFace } from './font-faces.ts';
import { renameFont } from './rename-font.ts';
import { usualLetters, type Alphabet } from './usual-letters.ts';

// Makes the files of the usual letters and the style sheet that names every file of letters. Their licence is served with
// them as static/letters-license.txt.
const target = fileURLToPath(new URL('../../src/lib/generated/fonts/', import.meta.url));

const read = (specifier: string) => readFileSync(fileURLToPath(import.meta.resolve(specifier)));
const alphabets = Object.keys(usualLetters) as Alphabet[];
const codePoints = (letters: string) => Array.from(letters, (letter) => letter.codePointAt(0) ?? 0);
const usual = new Set(codePoints(Object.values(usualLetters).join('')));

/** What is kept of what a font can do: the distance of pairs of letters, and ligatures. */
const keepFeatures = ['kern', 'liga'];

/** Writes the usual letters of a face under their own name. */
async function makeUsual(face: FontFace, alphabet: Alphabet): Promise<string> {
  const letters = usualLetters[alphabet];
  const file = usualFile(face, alphabet);
  const whole = read(partFile(face, alphabet));
  const cutting = { targetFormat: 'sfnt' as const, keepFeatures, noHinting: true };
  const cut = await subsetFont(whole, letters, cutting);
  const { copyright } = create(whole) as Font;
  const packing = { targetFormat: 'woff2' as const, keepAllGlyphs: true };
  const named = renameFont(cut, `${face.usual} ${face.weight}`, copyright);
  writeFileSync(join(target, file), await subsetFont(named, '', packing));
  return faceRule(face.usual, face.weights, { file: `./${file}`, points: codePoints(letters) });
}

/**
 * The parts of a face as its package has them, for the letters that are not usual. No letter is named by two rules: a
 * browser would load both files while it waits.
 */
function wholeRules(face: FontFace): string[] {
  const ranges = JSON.parse(read(`@fontsource/${face.name}/unicode.json`).toString()) as Record<string, string>;
  return wholeParts.map((part) => {
    const points = pointsOf(ranges[part] ?? '').filter((point) => !usual.has(point));
    return faceRule(face.whole, face.weights, { file: partFile(face, part), points });
  });
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const rules: string[] = [];
for (const face of fontFaces) {
  for (const alphabet of alphabets) rules.push(await makeUsual(face, alphabet));
  rules.push(...wholeRules(face));
}
writeFileSync(join(target, 'fonts.css'), `${rules.join('\n\n')}\n`);
