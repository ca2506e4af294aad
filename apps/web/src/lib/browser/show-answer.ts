import { listValues } from '@govexport/router/list-text';
import { m } from '../generated/messages.js';
import { dotRadius } from '../explore/dot-radius.ts';
import { isKnown, type Answer, type FacetAnswer } from './recompute.ts';

/** An answer, and whether anything was chosen at all. */
export interface ShownAnswer extends Answer {
  isChosen: boolean;
}

/** Puts an answer into the page: the numbers, the rows and the marks that it changes. */
export function showAnswer(root: HTMLElement, rows: readonly HTMLTableRowElement[], answer: ShownAnswer) {
  const shown = rows.filter(({ dataset }) => answer.ids.has(dataset['id'] ?? ''));
  root.querySelector('tbody')?.replaceChildren(...shown);
  showTotal(root, shown.length, answer.isChosen);
  for (const list of root.querySelectorAll<HTMLElement>('[data-facet]')) {
    showFacet(list, answer.facets[list.dataset['facet'] ?? '']);
  }
  for (const mark of root.querySelectorAll<SVGElement>('[data-mark]')) {
    mark.classList.toggle('out', !shown.some(({ dataset }) => dataset['id'] === mark.dataset['mark']));
  }
  showMap(root, answer);
}

function showTotal(root: HTMLElement, count: number, isChosen: boolean) {
  const title = root.querySelector<HTMLElement>('[data-total]');
  if (title === null) return;
  title.dataset['total'] = String(count);
  title.textContent = (isChosen ? m.programs_fit : m.programs_all)({ count });
  document.title = `${title.textContent} · govexport`;
  root.querySelector('.empty')?.toggleAttribute('hidden', count > 0);
  root.querySelector('.table')?.toggleAttribute('hidden', count === 0);
}

function showFacet(list: HTMLElement, facet: FacetAnswer | undefined) {
  if (facet === undefined) return;
  for (const input of list.querySelectorAll('input')) showOption(input, facet);
  const chosen = [...list.querySelectorAll('label:has(input:checked) .label')].map(({ textContent }) => textContent);
  write(list.querySelector('[data-chosen]'), chosen.join(m.list_mark()));
  write(list.querySelector('[data-unknown]'), m.explore_unknown({ count: facet.unknown }));
}

function showOption(input: HTMLInputElement, { counts, unknown }: FacetAnswer) {
  const [value = ''] = listValues(input.value);
  const count = isKnown(value) ? (counts.get(value) ?? 0) : unknown;
  const label = input.closest('label');
  label?.classList.toggle('none', count === 0);
  write(label?.querySelector('.count'), String(count));
}

function write(place: Element | null | undefined, text: string) {
  if (place) place.textContent = text;
}

function showMap(root: HTMLElement, { facets }: Answer) {
  for (const place of root.querySelectorAll<SVGElement>('a[data-input]')) {
    const { input = '', value = '', name = '' } = place.dataset;
    const count = facets[input]?.counts.get(value) ?? 0;
    const words = `${name}: ${String(count)}`;
    place.setAttribute('aria-label', words);
    write(place.querySelector('title'), words);
    place.querySelector('circle')?.setAttribute('r', String(dotRadius(count)));
    const from = place.dataset['from'];
    if (from !== undefined) place.nextElementSibling?.classList.toggle('few', count < Number(from));
    write(place.querySelector('[data-count]'), String(count));
  }
}
