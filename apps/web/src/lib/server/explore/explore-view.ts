import { inputFields, limits, operationNamed, snippetsOf } from '@govexport/router';
import { m } from '../../generated/messages.js';
import { caller } from '../caller.ts';
import { citationForms } from '../citation-forms.ts';
import { formFields } from '../form-fields.ts';
import { settings } from '../settings.ts';
import { timelineOf } from '../timeline.ts';
import { wordsFound } from '../words-found.ts';
import { chosenPrograms } from './chosen-programs.ts';
import {
  choiceIn,
  exploreAddress,
  exploreInput,
  queryOf,
  defaultColumns,
  valuesIn,
  type Given,
} from './explore-query.ts';
import { facetGroups } from './facet-groups.ts';
import { madeChoices } from './made-choices.ts';
import { placesMap } from './places-map.ts';
import { columnFields, columnLabel, columnsIn, sortLabel, tableCells, tableColumns } from './program-table.ts';

/** Inputs that stand as single controls beside the facets, where the page is not about more. */
const controls: ReadonlySet<string> = new Set([
  ...['from', 'to', 'scope', 'confidence', 'minimum_sources', 'recommended_only'],
]);

/** All that the page shows for an address. */
export async function exploreView(given: Given) {
  const choice = choiceIn(given);
  const columns = columnsIn(given, defaultColumns);
  const page = { ...given, limit: given['limit'] ?? limits.page_size };
  const [list, { facets }, unfiltered, timeline] = await Promise.all([
    caller.programs.select({ ...page, fields: ['id', 'title', ...columns, ...valuesIn(given, 'fields')] } as never),
    caller.programs.facets({ ...choice, values: limits.facet_values }),
    caller.programs.facets({ values: limits.facet_values }),
    timelineOf(),
  ]);
  const total = list.total ?? list.items.length;
  const fields = formFields(exploreInput, { given, resolved: list.input });
  const groups = facetGroups({ given, fields, counts: facets, unfiltered: unfiltered.facets });
  const isWhole = list.next_cursor === null && list.input.cursor === null;
  const shown = isWhole ? list.items : await chosenPrograms(choice);
  const query = queryOf(choice);
  return {
    total,
    all: unfiltered.total,
    /** Whether every program of the dataset fits on one page, so that a browser can choose among its rows. */
    inOnePage: unfiltered.total <= limits.page_size,
    q: list.input.q ?? '',
    sort: valuesIn(given, 'sort').join(','),
    sorted: list.input.sort.map((key) => sortLabel(key).toLowerCase()).join(m.list_mark()),
    defaults: defaultTexts(),
    made: await madeChoices(given, fields, total),
    groups,
    controls: fields.filter(
      ({ name }) =>
        controls.has(name) || (name in choice && name !== 'q' && !groups.some((group) => group.name === name)),
    ),
    columns: tableColumns(columns, given, list.input.sort),
    offered: columnFields.map((field) => ({ field, label: columnLabel(field), chosen: columns.includes(field) })),
    rows: list.items.map((program, place) => ({
      id: program.id ?? '',
      title: program.title ?? '',
      cells: tableCells(program as never, columns),
      found: wordsFound(list.matches[place] ?? []),
    })),
    timeline,
    years: yearChoices(given, timeline.marks),
    ids: shown.map(({ id }) => id ?? ''),
    map: placesMap(given, facets, unfiltered.facets),
    first: list.input.cursor === null ? null : exploreAddress(given),
    next: list.next_cursor === null ? null : exploreAddress(given, { cursor: list.next_cursor }),
    ...filesOf(query),
    snippets: snippetsOf(operationNamed('programs.list'), choice, { origin: settings.apiOrigin }),
    citation: await citationForms((style) => caller.citations.view({ query, style })),
    hint: list.input.scope === 'all' ? '' : m.programs_empty_scope({ scope: list.input.scope }),
  };
}

/** The addresses of the chosen programs as CSV. A static host sees no query; what makes the page of a choice answers its files too. */
function filesOf(query: string): { readonly csv: string; readonly excel: string | null } {
  if (query === '') return { csv: '/explore.csv', excel: settings.isStatic ? null : '/explore.csv?bom=1' };
  return { csv: `/explore.csv?${query}`, excel: `/explore.csv?${query}&bom=1` };
}

/** What a form sends where nothing is asked; an address leaves it out. */
function defaultTexts(): Readonly<Record<string, string>> {
  const defaults = inputFields(exploreInput).flatMap(({ name, default: value }): [string, string][] =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
  );
  const columns = columnFields.filter((field) => defaultColumns.includes(field));
  return { ...Object.fromEntries(defaults), fields: columns.join(',') };
}

/** Every year of the timeline with the address that chooses it alone, or no year where it is chosen. */
function yearChoices(given: Given, marks: readonly { year: number }[]) {
  const years = marks.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const year = first + index;
    const isChosen = given['from'] === year && given['to'] === year;
    return { year, href: exploreAddress(given, isChosen ? { from: null, to: null } : { from: year, to: year }) };
  });
}

/** What the page shows for an address. */
export type ExploreView = Awaited<ReturnType<typeof exploreView>>;
