import { render } from 'svelte/server';
import PictureSvg from './components/PictureSvg.svelte';
import type { Picture } from './picture.ts';
import { pictureLook, settingKey, type ChartSetting } from './setting.ts';

export { pictureLayout } from './layout/picture-layout.ts';
export type { Picture, Source } from './picture.ts';

/** What the `lang` of a picture says. Chinese is written in simplified characters. */
const tags = { en: 'en', ru: 'ru', zh: 'zh-Hans' } as const;

/**
 * Draws charts as an SVG that needs nothing beside it: no style sheet, no script, no address.
 *
 * @example
 * standaloneChart({ title: '3 of 24 programs', subtitle: [], contents, source, language: 'en' }) // => '<svg xmlns=…'
 */
export function standaloneChart(picture: Picture): string {
  const setting: ChartSetting = { language: picture.language, look: pictureLook, recordHref: null };
  const { body } = render(PictureSvg, {
    props: { picture, tag: tags[picture.language] },
    context: new Map([[settingKey, setting]]),
  });
  return `${wellFormed(body)}\n`;
}

/** Takes out what only a page needs, and what XML has no way to write; hundredths are finer than any eye. */
function wellFormed(body: string): string {
  return (
    body
      .replaceAll(/<!--.*?-->/gs, '')
      // Three signs that may stand in HTML; in XML they end a section of text.
      .replaceAll(']]>', ']]&gt;')
      .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
      .replaceAll(/<[a-z][^>]*>/g, (tag) => tag.replaceAll(/(\d\.\d{2})\d+/g, '$1'))
      .trim()
  );
}
