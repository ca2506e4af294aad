const letter = 7.4;
const ideograph = 13;

/** Width that a text needs in a chart, in the units of its view box; letters of 13 pixels. */
export function textWidth(text: string): number {
  const wide = text.match(/[\u2e80-\u9fff\uf900-\uffef]/gu)?.length ?? 0;
  return (text.length - wide) * letter + wide * ideograph;
}
