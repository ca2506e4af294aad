import { decodeQuery, encodeQuery, inputFields, readableQuery, recordSchemas } from '@govexport/router';
import { localizeHref } from '../../generated/runtime.js';

/** Input of the page: that of a list of programs, with the choice of its columns. */
export const exploreInput = recordSchemas.programs.either.input;

/** What an address asks for. */
export type Given = Readonly<Record<string, unknown>>;

/** Columns where the address names none; the title always stands before them. */
export const defaultColumns: readonly string[] = ['start', 'countries', 'host_institution', 'domain', 'confidence'];

/** What decides how the chosen programs are shown. */
const showing: ReadonlySet<string> = new Set(['limit', 'sort', 'cursor', 'total', 'fields', 'bom']);

/** Every key that the list is sorted by. */
export const sortKeys: ReadonlySet<string> = new Set(
  inputFields(exploreInput).find(({ name }) => name === 'sort')?.options ?? [],
);

/** Reads an address. */
export function readAddress(url: URL): Given {
  return decodeQuery(exploreInput, url.searchParams);
}

/** The choice of programs alone, without how they are shown. */
export function choiceIn(given: Given): Given {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !showing.has(name)));
}

/** An input as the text of an address. */
export function queryOf(given: Given): string {
  return readableQuery(encodeQuery(exploreInput, given));
}

/** The address of the page with other inputs; a new choice begins at the first page. */
export function exploreAddress(given: Given, change: Given = {}): string {
  const query = queryOf({ ...given, cursor: null, ...change });
  return localizeHref(query === '' ? '/explore' : `/explore?${query}`);
}

/** The values that an input chooses. */
export function valuesIn(given: Given, name: string): string[] {
  const value = given[name] as string | number | boolean | readonly string[] | null | undefined;
  return value === null || value === undefined ? [] : [value].flat().map(String);
}

/** The address in which a value of a list is chosen, or no longer. */
export function toggleAddress(given: Given, name: string, value: string): string {
  const chosen = valuesIn(given, name);
  const others = chosen.filter((one) => one !== value);
  return exploreAddress(given, { [name]: others.length < chosen.length ? others : [...chosen, value] });
}
