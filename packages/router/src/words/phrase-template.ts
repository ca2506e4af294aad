/** A sentence with places for what changes in it, read from its English wording. */
export interface PhraseTemplate {
  /** A part of the wording that every text of it holds; it spares most comparisons. */
  readonly needle: string;
  /** What stands in the places of a text, or null where the text is another one. */
  readonly read: (text: string) => Readonly<Record<string, string>> | null;
  /** Names of places whose texts are kept as they are. */
  readonly kept: ReadonlySet<string>;
  /** Names of places whose texts are names of tables, fields and values, which no language translates. */
  readonly verbatim: ReadonlySet<string>;
}

const place = /\{([#=!]?)(\w+)\}/g;
const number = String.raw`(-?\d[\d,]*(?:\.\d+)?%?)`;
const escape = (text: string) => text.replaceAll(/[.*+?^$()|\\]/g, String.raw`\$&`).replaceAll('[s]', 's?');

/**
 * Reads a wording: `{#n}` stands for a number, `{=name}` for a text that is kept where no book has it, `{!code}` for one
 * that is never translated, `{words}` for a text that is translated in turn, and `[s]` for the ending of a plural.
 */
export function phraseTemplate(wording: string): PhraseTemplate {
  const literals = wording.split(/\{[#=!]?\w+\}|\[s\]/);
  const places = [...wording.matchAll(place)].map(([, mark = '', name = '']) => ({ mark, name }));
  const namesOf = (wanted: string) => new Set(places.filter(({ mark }) => mark === wanted).map(({ name }) => name));
  const pattern = new RegExp(
    `^${wording
      .split(/(\{[#=!]?\w+\})/)
      .map((part) => (part.startsWith('{') ? (part.startsWith('{#') ? number : '(.+?)') : escape(part)))
      .join('')}$`,
    'u',
  );
  return {
    needle: literals.toSorted((one, other) => other.length - one.length)[0] ?? '',
    kept: namesOf('='),
    verbatim: namesOf('!'),
    read: (text) => {
      const found = pattern.exec(text);
      return found && Object.fromEntries(places.map(({ name }, index) => [name, found[index + 1] ?? '']));
    },
  };
}

/**
 * Fills a wording. `{n|one|few|many}` writes a number with the form of the noun that it asks for.
 *
 * @example
 * fillPhrase('{n|программа|программы|программ}', { n: '3' }, 'ru') // => '3 программы'
 */
export function fillPhrase(wording: string, values: Readonly<Record<string, string>>, locale: string): string {
  return wording.replaceAll(/\{(\w+)((?:\|[^|}]+)*)\}/g, (_, name: string, forms: string) => {
    const value = values[name] ?? '';
    return forms === '' ? value : `${value} ${formOf(value, forms.slice(1).split('|'), locale)}`;
  });
}

function formOf(value: string, forms: readonly string[], locale: string): string {
  const amount = Number(value.replaceAll(/[\s\u{a0}]/gu, '').replace(',', '.'));
  const [one = '', few = one, many = few] = forms;
  const category = new Intl.PluralRules(locale).select(amount);
  return category === 'one' ? one : category === 'few' ? few : Number.isInteger(amount) ? many : few;
}
