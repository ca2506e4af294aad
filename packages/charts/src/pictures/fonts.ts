import { readFile } from 'node:fs/promises';

/** A file of a font and what it writes, as the build has found it. */
interface FontFile {
  readonly file: string;
  /** Fonts of letters are always there; those of Chinese signs are read for the texts that hold such signs. */
  readonly always: boolean;
  /** The name by which headings find a font of bold Chinese signs; null of every other one. */
  readonly family: string | null;
  /** First and last code point of each range. */
  readonly ranges: readonly (readonly [number, number])[];
}

const folder = new URL('./fonts/', import.meta.url);
let listed: Promise<readonly FontFile[]> | undefined;

function fontFiles(): Promise<readonly FontFile[]> {
  listed ??= readFile(new URL('fonts.json', folder), 'utf8').then((text) => JSON.parse(text) as FontFile[]);
  return listed;
}

/** The signs that the texts of an SVG show, each once. */
function signsOf(svg: string): string[] {
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text);
  return [...new Set(texts.join(''))].filter((sign) => !/\s/.test(sign));
}

function writes({ ranges }: FontFile, sign: string): boolean {
  const point = sign.codePointAt(0) ?? 0;
  return ranges.some(([first, last]) => first <= point && point <= last);
}

/** The signs of an SVG that no font writes. */
export async function missingSigns(svg: string): Promise<string[]> {
  const files = await fontFiles();
  return signsOf(svg).filter((sign) => !files.some((file) => writes(file, sign)));
}

/**
 * An SVG whose Chinese headings name the font of their signs. The renderer takes a sign that the first font lacks from
 * whichever other one writes it, of any weight.
 */
export async function withHeadings(svg: string): Promise<string> {
  const family = (await fontFiles()).find((file) => file.family !== null)?.family;
  if (family === undefined || family === null || !isChinese(svg)) return svg;
  return svg.replaceAll(' font-weight="700"', ` font-weight="700" font-family="'${family}', 'Noto Sans'"`);
}

function isChinese(svg: string): boolean {
  return /<svg[^>]* lang="zh-Hans"/.test(svg);
}

/**
 * The fonts that the texts of an SVG need: two weights of letters, of Chinese only the parts with its signs, and bold ones
 * where its headings are Chinese.
 */
export async function fontsFor(svg: string): Promise<Uint8Array[]> {
  const files = await fontFiles();
  const letters = files.filter(({ always }) => always);
  const others = signsOf(svg).filter((sign) => !letters.every((file) => writes(file, sign)));
  const regular = files.filter(({ always, family }) => !always && family === null);
  const parts = new Set(others.flatMap((sign) => regular.find((file) => writes(file, sign)) ?? []));
  // The bold signs come last: whatever looks for any font that writes a sign finds the regular one.
  const needed = [...letters, ...parts, ...files.filter(({ family }) => family !== null && isChinese(svg))];
  return Promise.all(needed.map(async ({ file }) => new Uint8Array(await readFile(new URL(file, folder)))));
}
