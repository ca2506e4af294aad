/** The picture that previews of a page show: drawn by `pnpm --filter @govexport/web pictures` from the timeline. */
export function socialImage(origin: string): { address: string; width: number; height: number } {
  return { address: `${origin}/social.png`, width: 1200, height: 630 };
}
