import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

// Copies the fonts of pictures from their packages into dist, with their licences and with what each can write. The
// packages hold every weight and are large; a picture needs two weights of letters and one of Chinese signs.
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
  return { file, always: file.endsWith('.ttf'), ranges: rangesOf(path) };
});
if (fonts.length < 90)
  throw new Error(`Only ${fonts.length} font files were found; expected two of letters and about a hundred of signs.`);
copyFileSync(join(letters, 'LICENSE_FONT'), join(target, 'LICENSE-noto-sans'));
copyFileSync(join(signs, 'LICENSE'), join(target, 'LICENSE-noto-sans-sc'));
writeFileSync(join(target, 'fonts.json'), JSON.stringify(fonts));
