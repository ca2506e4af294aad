import { readFile } from 'node:fs/promises';

/** A file of a font and what it writes, as the build has found it. */
interface FontFile {
  readonly file: string;
  /** Fonts of letters are always there; those of Chinese signs are read for the texts that hold such signs. */
  readonly always: boolean;
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

/** The fonts that the texts of an SVG need: two weights of letters, and of Chinese only the parts with its signs. */
export async function fontsFor(svg: string): Promise<Uint8Array[]> {
  const files = await fontFiles();
  const letters = files.filter(({ always }) => always);
  const others = signsOf(svg).filter((sign) => !letters.every((file) => writes(file, sign)));
  const parts = new Set(others.flatMap((sign) => files.find((file) => !file.always && writes(file, sign)) ?? []));
  const needed = [...letters, ...parts];
  return Promise.all(needed.map(async ({ file }) => new Uint8Array(await readFile(new URL(file, folder)))));
}
