/** A word of a text, or one or two Chinese characters, as it is searched. */
export interface Token {
  /** The word without case and diacritics. */
  readonly term: string;
  /** Where it begins in the text, in UTF-16 code units. */
  readonly start: number;
  /** Where it ends: the first place behind it. */
  readonly end: number;
}

/** A run of Chinese characters, or a word of any other script. */
const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const isHan = /^\p{Script=Han}/u;

/**
 * The words of a text. Chinese writes no spaces: there every character and every two neighbours are a word.
 *
 * @example
 * tokensOf('Полицейский 警察').map(({ term }) => term) // => ['полицеискии', '警', '警察', '察']
 */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(runs)].flatMap(({ 0: run, index }) => {
    if (!isHan.test(run)) return [{ term: folded(run), start: index, end: index + run.length }];
    const characters = charactersOf(run, index);
    return characters.flatMap((character, place) => {
      const next = characters[place + 1];
      return next === undefined ? [character] : [character, joined(character, next)];
    });
  });
}

/**
 * The words of a search. Of a Chinese run these are all its pairs, which stand in this order only where the run does
 * as a whole; or, `apart`, the pairs that share no character, as most Chinese words have two.
 *
 * @example
 * searchedTerms('执法培训 Police', false) // => ['执法', '法培', '培训', 'police']
 * @example
 * searchedTerms('执法培训 Police', true) // => ['执法', '培训', 'police']
 */
export function searchedTerms(text: string, apart: boolean): string[] {
  const terms = [...text.matchAll(runs)].flatMap(([run]) => {
    if (!isHan.test(run)) return [folded(run)];
    return pairsOf(run, apart);
  });
  return [...new Set(terms.filter((term) => term !== ''))];
}

function pairsOf(run: string, apart: boolean): string[] {
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  const last = characters.length - 2;
  // The last pair overlaps the one before where their number is odd.
  const places = characters.flatMap((_, place) =>
    place <= last && (!apart || place % 2 === 0 || place === last) ? [place] : [],
  );
  return places.map((place) => characters.slice(place, place + 2).join(''));
}

function charactersOf(run: string, from: number): Token[] {
  let start = from;
  return Array.from(run, (character) => {
    const token = { term: character, start, end: start + character.length };
    start = token.end;
    return token;
  });
}

function joined(one: Token, other: Token): Token {
  return { term: one.term + other.term, start: one.start, end: other.end };
}

/** A word without case, diacritics and forms that look alike: `Ürümqi` is `urumqi`, `ё` is `е`. */
function folded(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
