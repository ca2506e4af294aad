import { listValues } from '@govexport/router/list-text';
import type { Choice } from './recompute.ts';

/** Inputs that decide how programs are shown, not which. */
const showing: ReadonlySet<string> = new Set(['q', 'sort', 'fields', 'limit']);

/** What the form asks for, as texts, without what is empty or the default. */
export function readForm(form: HTMLFormElement): Map<string, string[]> {
  const defaults = JSON.parse(form.dataset['defaults'] ?? '{}') as Readonly<Record<string, string>>;
  const input = new Map<string, string[]>();
  for (const [name, text] of new FormData(form)) {
    if (typeof text === 'string' && text !== '') input.set(name, [...(input.get(name) ?? []), text]);
  }
  for (const [name, texts] of input) if (texts.join(',') === defaults[name]) input.delete(name);
  return input;
}

/** The address of what a form asks for, as the server writes it. */
export function addressOf(form: HTMLFormElement, input: ReadonlyMap<string, readonly string[]>): string {
  const query = new URLSearchParams([...input].map(([name, texts]) => [name, texts.join(',')]));
  const text = query.toString().replaceAll('%2C', ',');
  const { pathname } = new URL(form.action);
  return text === '' ? pathname : `${pathname}?${text}`;
}

/** The part of it that chooses programs. */
export function choiceIn(input: ReadonlyMap<string, readonly string[]>): Choice {
  const choosing = [...input].filter(([name]) => !showing.has(name));
  return Object.fromEntries(choosing.map(([name, texts]) => [name, texts.flatMap(listValues)]));
}

/** The part of it that decides which programs can be chosen at all, and how they are shown. */
export function showingIn(input: ReadonlyMap<string, string[]>): Map<string, string[]> {
  return new Map([...input].filter(([name]) => showing.has(name)));
}

/** Whether the browser can answer: every value is in its bounds and the years are in order. */
export function canBeAnswered(form: HTMLFormElement, input: ReadonlyMap<string, readonly string[]>): boolean {
  const [from, to] = ['from', 'to'].map((name) => Number(input.get(name)?.[0] ?? NaN));
  return form.checkValidity() && !((from ?? 0) > (to ?? 0));
}
