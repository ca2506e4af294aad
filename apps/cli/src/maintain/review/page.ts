import type { Language } from '@govexport/router/words';
import { html, type Html } from './html.ts';
import type { TypedMark } from './read-mark.ts';
import { typedText, type Sheet, type SheetField, type SheetSource } from './sheet.ts';
import { keys, wordsIn, type Say } from './words.ts';

/** What one page shows. */
export interface Page {
  /** The token of the address. */
  readonly token: string;
  readonly language: Language;
  readonly reviewer: string;
  readonly sheet: Sheet;
  /** The field that the keys are about; null where all are marked. */
  readonly current: string | null;
  /** How far the person is, in English. */
  readonly progress: string;
  /** Fields of the record that are marked, and all of them. */
  readonly share: readonly [marked: number, fields: number];
  /** Ids of the records before and after. */
  readonly around: { readonly previous: string; readonly next: string };
  /** What was typed and refused. */
  readonly refused: { readonly sentence: string; readonly typed: TypedMark } | null;
}

/** The page of one record. It works without its script, which only presses its buttons at a key. */
export function pageText(page: Page): string {
  const { token, language, sheet, around, reviewer, share } = page;
  const say = wordsIn(language);
  const [marked, fields] = share;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${sheet.id} · ${say('Review')}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/${token}/page.css" />
        <script src="/${token}/page.js" defer></script>
      </head>
      <body>
        <header>
          <progress
            aria-label="${say('Fields of this record that are marked')}"
            max="${fields}"
            value="${marked}"
          ></progress>
          <nav aria-label="${say('Records')}">
            <a id="previous" href="/${token}/${around.previous}">← ${around.previous}</a>
            <a id="next" href="/${token}/${around.next}">${around.next} →</a>
            <form method="post" action="/${token}/undo"><button id="undo">${say('Undo')}</button></form>
          </nav>
        </header>
        <main>
          <p class="where">${say('Review')} · ${reviewer} · ${say(page.progress)}</p>
          <details>
            <summary>${say('Keys')}</summary>
            <dl class="keys">
              ${keys.map(
                ([key, meaning]) =>
                  html`<div>
                    <dt><kbd>${key}</kbd></dt>
                    <dd>${say(meaning)}</dd>
                  </div>`,
              )}
            </dl>
          </details>
          <h1><span class="id">${sheet.id}</span> ${sheet.title}</h1>
          ${page.current === null ? html`<p role="status" class="finished">${say('Every field of this record is marked.')} <a href="/${token}/" autofocus>${say('Next record')}</a></p>` : null}
          <section aria-labelledby="sources">
            <h2 id="sources">${say('Sources')}</h2>
            <ul class="sources">
              ${sheet.sources.map((source) => sourceText(source, say))}
            </ul>
          </section>
          ${sheet.fields.map((field) => fieldText(field, page, say))}
        </main>
      </body>
    </html> `.text;
}

function sourceText(source: SheetSource, say: Say): Html {
  const { id, publisher, title, published, language, url, archived, is_copy, original_publisher } = source;
  const link = (address: string, words: string) =>
    html`<a href="${address}" target="_blank" rel="noopener noreferrer">${words}</a>`;
  const copy = original_publisher === null ? say('A copy') : `${say('A copy')} (${original_publisher})`;
  return html`<li id="${id}">
    <strong>${id}</strong> ${publisher}${title === null ? null : html`: <span lang="${language}">${title}</span>`}
    <br />${[published, say(language), is_copy ? copy : say('The original')].filter((part) => part !== null).join(' · ')}
    · ${url === null ? say('no address') : link(url, say('Page'))} ·
    ${archived === null ? say('no archived copy') : link(archived, say('Archived copy'))}
  </li>`;
}

function fieldText(shown: SheetField, page: Page, say: Say): Html {
  const { name, label, definition, text, meaning, codings, sources, mark } = shown;
  const isCurrent = name === page.current;
  const refused = page.refused?.typed.field === name ? page.refused : null;
  return html`<section
    class="field${isCurrent ? ' current' : ''}"
    id="field-${name}"
    data-verdict="${mark?.verdict ?? 'none'}"
    aria-labelledby="label-${name}"
  >
    <h2 id="label-${name}">
      ${label}
      <code>${name}</code>${mark === null ? null : html` <span class="verdict">${say(verdicts[mark.verdict])}</span>`}
    </h2>
    <p class="value">${text ?? html`<em>${say(shown.absent)}</em>`}</p>
    ${meaning.map((term) => html`<p class="meaning">${term.label}${term.definition === '' ? null : `: ${term.definition}`}</p>`)}
    <p class="definition">${definition}</p>
    ${sources.length === 0 ? null : html`<p class="support">${say('Sources')}: ${sources.map((id) => html`<a href="#${id}">${id}</a>`)}</p>`}
    ${codings.length === 0 ? null : codingsText(codings, say)}
    ${refused === null ? null : html`<p role="alert">${refused.sentence}</p>`}
    <div class="actions">
      <form method="post" action="/${page.token}/${page.sheet.id}/mark">
        <input type="hidden" name="field" value="${name}" />
        <button name="verdict" value="right">${say('Right')}</button>
        <button name="verdict" value="cannot_tell">${say('Cannot tell')}</button>
      </form>
      ${wrongText(shown, { page, say, refused })}
    </div>
  </section>`;
}

const verdicts = { right: 'Right', wrong: 'Wrong', cannot_tell: 'Cannot tell' } as const;

interface Writing {
  readonly page: Page;
  readonly say: Say;
  readonly refused: Page['refused'];
}

/** The form for a value that is wrong. */
function wrongText(shown: SheetField, { page, say, refused }: Writing): Html {
  const { name, allowed } = shown;
  const { value, reason } = refused?.typed ?? typedBefore(shown);
  return html`<details class="wrong" ${refused === null ? null : html`open`}>
    <summary>${say('Wrong')}</summary>
    <form method="post" action="/${page.token}/${page.sheet.id}/mark">
      <input type="hidden" name="field" value="${name}" /><input type="hidden" name="verdict" value="wrong" />
      <label>${say('Right value')} ${valueInput(shown, value, say)}</label>
      <p class="allowed" id="allowed-${name}" lang="en">${allowed}.</p>
      <label
        >${say('Why, with the source')} <input name="reason" value="${reason}" required autocomplete="off"
      /></label>
      <button>${say('Keep as wrong')}</button>
    </form>
  </details>`;
}

/** What a person begins with: what was kept, or the value as it is. */
function typedBefore({ mark, text }: SheetField): Pick<TypedMark, 'value' | 'reason'> {
  const value = mark?.verdict === 'wrong' ? typedText(JSON.parse(mark.right_value ?? 'null')) : text;
  return { value: value ?? '', reason: mark?.reason ?? '' };
}

/** Where the right value is typed, or chosen among those of a vocabulary. */
function valueInput({ name, allowed, terms }: SheetField, value: string, say: Say): Html {
  if (terms.length === 0) return html`<input name="value" value="${value}" aria-describedby="allowed-${name}" />`;
  const unknown = allowed.includes('; empty for ') ? [{ value: '', label: say('unknown') }] : [];
  return html`<select name="value" aria-describedby="allowed-${name}">
    ${[...unknown, ...terms].map(
      (each) =>
        html`<option value="${each.value}" ${each.value === value ? html`selected` : null}>${each.label}</option>`,
    )}
  </select>`;
}

/** What the coders of each round wrote, side by side. */
function codingsText(codings: SheetField['codings'], say: Say): Html {
  const rounds = [...new Set(codings.map(({ round }) => round))];
  return html`<table>
    <caption>
      ${say('Codings')}
    </caption>
    <tbody>
      ${rounds.map(
        (round) =>
          html`<tr>
            <th scope="row">${say('Round')} ${round}</th>
            ${codings
              .filter((coding) => coding.round === round)
              .map(({ coder, value }) => html`<td><b>${coder}</b> ${value ?? '–'}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
