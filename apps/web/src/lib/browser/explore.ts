import { listText } from '@govexport/router/list-text';
import type { CountedDataset } from '../explore/counted-program.ts';
import { addressOf, canBeAnswered, choiceIn, readForm, showingIn } from './explore-form.ts';
import { fetchPage } from './fetch-page.ts';
import { takeParts } from './fresh-parts.ts';
import { recompute } from './recompute.ts';
import { showAnswer } from './show-answer.ts';
import { sweepYears } from './sweep-years.ts';

/**
 * The page answers every choice by forms and links alone. Where this script runs, choices among the programs are
 * answered at once in the browser, by the functions that the server computes with; what is left (citations, addresses of
 * other surfaces) follows from the server.
 */
const selector = '[data-explore="live"]';

/** Every program, and the row of each as the page shows it before any choice. */
interface Known {
  counted: CountedDataset;
  rows: HTMLTableRowElement[];
}

let counting: Promise<CountedDataset> | null = null;
let known: Promise<Known> | null = null;
let latest = 0;

function start(root: HTMLElement) {
  const form = root.querySelector<HTMLFormElement>('form');
  if (form === null) return;
  known = null;
  // Choices are answered as they are made, so that the button is in the way.
  root.dataset['answers'] = 'at once';
  const learn = () => (known ??= know(form));
  const answer = () => void update(root, form, learn());
  root.addEventListener('pointerover', () => void learn(), { once: true });
  root.addEventListener('focusin', () => void learn(), { once: true });
  root.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && ['q', 'fields'].includes(target.name)) return;
    answer();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void visit(addressOf(form, readForm(form)));
  });
  root.addEventListener('click', (event) => follow(event, form, answer));
  sweepYears(root, (from, to) => {
    setYears(form, [String(from), String(to)]);
    answer();
  });
}

/** Answers a choice from what is known, or lets the server refuse it. */
async function update(root: HTMLElement, form: HTMLFormElement, learning: Promise<Known>) {
  const asked = readForm(form);
  if (!canBeAnswered(form, asked)) return;
  const turn = ++latest;
  const { counted, rows } = await learning;
  if (turn !== latest) return;
  const isChosen = asked.size > showingIn(asked).size || asked.has('q');
  showAnswer(root, rows, { ...recompute(counted, choiceIn(asked)), isChosen });
  const address = addressOf(form, asked);
  history.pushState(null, '', address);
  const answer = await fetchPage(address).catch(() => null);
  if (turn !== latest) return;
  if (answer !== null) takeParts(answer.page);
  // Where nothing answers, files and citations would be those of the choice before.
  else root.querySelector('[data-fresh="take"]')?.setAttribute('hidden', '');
}

async function know(form: HTMLFormElement): Promise<Known> {
  counting ??= fetch('/explore/programs.json').then((response) => response.json() as Promise<CountedDataset>);
  const { page } = await fetchPage(addressOf(form, showingIn(readForm(form))));
  const rows = [...page.querySelectorAll<HTMLTableRowElement>('tbody tr[data-id]')];
  const ids = new Set(rows.map(({ dataset }) => dataset['id']));
  // A search leaves fewer programs to choose from.
  const { programs, ...declared } = await counting;
  return { counted: { ...declared, programs: programs.filter(({ id }) => ids.has(id)) }, rows };
}

/** Links of the page that only choose something are followed without loading everything anew. */
function follow(event: MouseEvent, form: HTMLFormElement, answer: () => void) {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a') : null;
  if (link === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const target = new URL(link.getAttribute('href') ?? '', document.baseURI);
  if (target.pathname !== new URL(form.action).pathname || target.hash !== '') return;
  event.preventDefault();
  if (choosePlace(link, form)) answer();
  else void visit(addressBehind(link, form));
}

/** Where a link leads, with what the form holds by now: it was written before the last choices were made. */
function addressBehind(link: HTMLAnchorElement, form: HTMLFormElement): string {
  const { pathname, search, searchParams } = new URL(link.href);
  const sort = searchParams.get('sort');
  if (sort === null || link.closest('thead') === null) return pathname + search;
  return addressOf(form, readForm(form).set('sort', [sort]));
}

/** Takes over the choice of a city, a state or a year; false where the link chooses none. */
function choosePlace(link: Element, form: HTMLFormElement): boolean {
  const { input, value: chosen } = (link as SVGAElement).dataset;
  const value = chosen === undefined ? undefined : listText([chosen]);
  const box = [...form.elements].find(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.name === input && one.value === value,
  );
  if (box !== undefined) box.checked = !box.checked;
  else if (input !== undefined && value !== undefined) addHidden(form, input, value);
  const year = link.querySelector<SVGElement>('[data-year]')?.dataset['year'];
  if (year !== undefined) {
    const { from, to } = Object.fromEntries(readForm(form));
    setYears(form, from?.[0] === year && to?.[0] === year ? ['', ''] : [year, year]);
  }
  return input !== undefined || year !== undefined;
}

/** A value too rare for a list of its own is chosen without a checkbox. */
function addHidden(form: HTMLFormElement, name: string, value: string) {
  const control = document.createElement('input');
  Object.assign(control, { type: 'hidden', name, value });
  form.append(control);
}

function setYears(form: HTMLFormElement, years: readonly [string, string]) {
  for (const [index, name] of ['from', 'to'].entries()) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement) control.value = years[index] ?? '';
  }
}

/** Shows the page of another address in the place of this one. */
async function visit(asked: string, keep = true) {
  const turn = ++latest;
  const answer = await fetchPage(asked).catch(() => null);
  if (turn !== latest) return;
  const old = document.querySelector<HTMLElement>(selector);
  const fresh = answer?.page.querySelector<HTMLElement>(selector) ?? null;
  if (answer === null || old === null || fresh === null) {
    location.assign(asked);
    return;
  }
  if (keep) history.pushState(null, '', answer.address);
  const words = wordsOfFocus(old);
  old.replaceWith(fresh);
  // What stands outside of it, such as the links to other languages, follows too.
  takeParts(answer.page);
  start(fresh);
  const again = [...fresh.querySelectorAll<HTMLElement>('a, button, input')].find((one) => nameOf(one) === words);
  const heading = fresh.querySelector<HTMLElement>('h1');
  heading?.setAttribute('tabindex', '-1');
  (again ?? heading)?.focus({ preventScroll: true });
}

/** What has the focus, so that the same thing has it again. */
function wordsOfFocus(root: HTMLElement): string | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && root.contains(activeElement) ? nameOf(activeElement) : null;
}

function nameOf(element: HTMLElement): string {
  return element.id !== '' ? element.id : element.textContent.replace(/[↑↓]/, '').trim();
}

const root = document.querySelector<HTMLElement>(selector);
if (root !== null) {
  start(root);
  addEventListener('popstate', () => void visit(location.pathname + location.search, false));
}
