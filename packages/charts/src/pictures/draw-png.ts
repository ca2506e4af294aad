import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontsFor, withHeadings } from './fonts.ts';

/** Pixels for each unit of the drawing, so that letters are sharp on paper and on dense screens. */
const zoom = 2;
let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  const path = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'));
  await initWasm(new Uint8Array(await readFile(path)));
}

/** Draws an SVG in pixels, with the fonts of this package only: the same bytes on every machine. */
export async function drawPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  loading ??= load();
  const [fontBuffers, headed] = await Promise.all([fontsFor(svg), withHeadings(svg), loading]);
  const font = { fontBuffers, defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' };
  const drawn = new Resvg(headed, { fitTo: { mode: 'zoom', value: zoom }, font });
  const image = drawn.render();
  const bytes = new Uint8Array(image.asPng());
  image.free();
  drawn.free();
  return bytes;
}
