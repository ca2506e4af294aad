import { Marked, type Tokens } from 'marked';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
const anchor = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }: Tokens.Heading): string {
      return `<h${depth} id="${anchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    // A text of a dataset is never markup.
    html: ({ text }: Tokens.HTML | Tokens.Tag): string => escape(text),
    // What is wider than the page scrolls, also by keyboard.
    code: ({ text }: Tokens.Code): string => `<pre tabindex="0"><code>${escape(text)}</code></pre>\n`,
  },
  hooks: {
    postprocess: (html: string) =>
      html.replaceAll('<table>', '<div class="wide" tabindex="0"><table>').replaceAll('</table>', '</table></div>'),
  },
});

/** A page written in Markdown, without its first heading, which the page itself shows. */
export function renderMarkdown(text: string): string {
  return marked.parse(text.replace(/^# .*\n/, ''), { async: false });
}
