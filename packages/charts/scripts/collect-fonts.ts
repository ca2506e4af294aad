import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';

// Copies the fonts of pictures from their packages into dist, with their licences and with what each can write. The
// packages hold every weight and are large; a picture needs two weights of letters, one of every Chinese sign, and bold
// ones of the Chinese signs that stand in headings.
const target = fileURLToPath(new URL('../dist/fonts/', import.meta.url));
mkdirSync(target, { recursive: true });

const folderOf = (name: string) => dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
const letters = folderOf('@expo-google-fonts/noto-sans');
const signs = folderOf('@fontsource/noto-sans-sc');

const files = [
  join(letters, '400Regular/NotoSans_400Regular.ttf'),
  join(letters, '700Bold/NotoSans_700Bold.ttf'),
  ...readdirSync(join(signs, 'files'))
    .filter((name) => /-sc-\d+-400-normal\.woff2$/.test(name))
    .toSorted()
    .map((name) => join(signs, 'files', name)),
];

/** Every sign that the words of charts in Chinese hold: those of the router, and our own. */
function signsOfHeadings(): string {
  const router = join(folderOf('@govexport/router'), 'dist/words/phrases');
  const phrases = readdirSync(router).filter((name) => name.includes('.zh.'));
  const ours = fileURLToPath(new URL('../src/words/zh.ts', import.meta.url));
  const texts = [...phrases.map((name) => join(router, name)), ours].map((path) => readFileSync(path, 'utf8'));
  const ascii = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place));
  return Array.from(new Set([...ascii, ...texts.flatMap((text) => Array.from(text))])).join('');
}

/** The signs of a font as ranges of code points: first and last of each. */
function rangesOf(path: string): number[][] {
  const { characterSet } = create(readFileSync(path)) as Font;
  const ranges: number[][] = [];
  for (const point of characterSet.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last !== undefined && point <= (last[1] ?? 0) + 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}

const fonts = files.map((path) => {
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  copyFileSync(path, join(target, file));
  return { file, always: file.endsWith('.ttf'), family: null as string | null, ranges: rangesOf(path) };
});
if (fonts.length < 90)
  throw new Error(`Only ${fonts.length} font files were found; expected two of letters and about a hundred of signs.`);
const bold = readFileSync(join(signs, 'files/noto-sans-sc-chinese-simplified-700-normal.woff2'));
const headings = { file: 'noto-sans-sc-headings-700-normal.woff2', always: false };
writeFileSync(join(target, headings.file), await subsetFont(bold, signsOfHeadings(), { targetFormat: 'woff2' }));
const { familyName: family } = create(bold) as Font;
fonts.push({ ...headings, family, ranges: rangesOf(join(target, headings.file)) });
copyFileSync(join(letters, 'LICENSE_FONT'), join(target, 'LICENSE-noto-sans'));
copyFileSync(join(signs, 'LICENSE'), join(target, 'LICENSE-noto-sans-sc'));
writeFileSync(join(target, 'fonts.json'), JSON.stringify(fonts));
