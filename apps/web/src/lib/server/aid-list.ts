import { decodeQuery, encodeQuery, limits, readableQuery, RequestError } from '@govexport/router';
import type { Dataset } from '@govexport/schema';
import { z } from 'zod';
import type { FormField } from '../form-field.ts';
import { formatCount } from '../format.ts';
import { m } from '../generated/messages.js';
import { localizeHref } from '../generated/runtime.js';
import { caller, dataset } from './caller.ts';
import { inEnglish, termLabel } from './labels.ts';
import { wordsFound } from './words-found.ts';

type AidProject = Dataset['aid_projects'][number];

const text = z.string().nullable().default(null);
/** What an address may ask of the list. Values with commas and spaces are asked for by short names. */
export const aidQuery = z.strictObject({
  ...{ country: text, release: text, kind: text, project: text, q: text, cursor: text },
});

/** Any kind of security or training. */
const anyKind = 'any';
const address = '/records/aid_projects';

/** A value of the table as an address writes it. */
function shortName(value: string): string {
  return value
    .toLowerCase()
    .replaceAll(/[^\da-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function valuesOf(field: 'release' | 'security_training_kind'): string[] {
  return [...new Set(dataset.aid_projects.flatMap((project) => project[field] ?? []))].sort();
}

/** One page of the projects that an address asks for. */
export async function aidList(query: URLSearchParams) {
  const input = aidQuery.parse(decodeQuery(aidQuery, query));
  const [releases, kinds] = [valuesOf('release'), valuesOf('security_training_kind')];
  const { q, cursor, country, project } = input;
  const answer = await caller.aid_projects.list({
    ...{ q, cursor, limit: limits.default_page_size },
    // The router refuses what is no state.
    country: country === null ? [] : [country],
    project_id: project === null ? [] : [project],
    release: chosen('release', input.release, releases),
    security_training_kind: input.kind === anyKind ? kinds : chosen('kind', input.kind, kinds),
  });
  const sources = sourcesByProject();
  const to = (changes: Partial<z.output<typeof aidQuery>>) => {
    const parameters = readableQuery(encodeQuery(aidQuery, { ...input, cursor: null, ...changes }));
    return localizeHref(parameters === '' ? address : `${address}?${parameters}`);
  };
  return {
    q: q ?? '',
    isChosen: [country, project, input.release, input.kind, q].some((one) => one !== null),
    total: answer.total ?? 0,
    fields: [
      choice('country', country, {
        label: m.aid_state(),
        all: m.aid_all_states(),
        options: dataset.meta.recipients.map((code) => [code, termLabel('recipient_country', code)]),
      }),
      choice('release', input.release, {
        label: m.aid_release(),
        all: m.aid_all_releases(),
        options: releases.map((one) => [shortName(one), one]),
      }),
      choice('kind', input.kind, {
        label: m.aid_kind(),
        all: m.aid_all_kinds(),
        options: [[anyKind, m.aid_any_kind()], ...kinds.map((one): [string, string] => [shortName(one), one])],
      }),
    ],
    rows: answer.items.map((one, index) => ({
      ...projectRow(one),
      sources: sources.get(one.project_id) ?? [],
      same: to({ ...nothing, project: String(one.project_id) }),
      found: wordsFound(answer.matches[index] ?? []),
    })),
    clear: localizeHref(address),
    first: cursor === null ? null : to({}),
    next: answer.next_cursor === null ? null : to({ cursor: answer.next_cursor }),
  };
}

const nothing = { country: null, release: null, kind: null, q: null };

/** The value that a short name stands for. */
function chosen(field: string, name: string | null, values: readonly string[]): string[] {
  if (name === null) return [];
  const found = values.filter((value) => shortName(value) === name);
  if (found.length > 0) return found;
  const expected = `one of ${values.map(shortName).join(', ')}`;
  throw new RequestError('invalid-input', [{ field, value: name, expected }]);
}

interface Options {
  label: string;
  /** The word for no choice. */
  all: string;
  options: [string, string][];
}

function choice(name: string, value: string | null, { label, all, options }: Options): FormField {
  return {
    ...{ name, label, kind: 'choice', hint: '', minimum: null, maximum: null },
    description: { text: '', lang: null },
    values: value === null ? [] : [value],
    options: [['', all] as const, ...options].map(([one, words]) => ({ value: one, label: words })),
  };
}

function projectRow(project: AidProject) {
  const { country, recipients, amount, currency, usd_constant: constant, usd_constant_base: base } = project;
  return {
    key: `${String(project.project_id)} ${project.release}`,
    id: project.project_id,
    title: inEnglish(project.title),
    release: project.release,
    year: project.year,
    state: country === null ? (recipients ?? '') : termLabel('recipient_country', country),
    status: inEnglish(project.status),
    amount: amount === null ? null : `${formatCount(Math.round(amount))} ${currency ?? ''}`,
    constant: constant === null ? null : `${formatCount(Math.round(constant))} (${String(base)})`,
    kind: project.security_training_kind === null ? null : inEnglish(project.security_training_kind),
  };
}

/** Sources of the records that are a row of AidData: their addresses end with the number of the project. */
function sourcesByProject(): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const { id, url, access } of dataset.sources) {
    const number = access === 'dataset row' ? Number(/#(\d+)$/.exec(url ?? '')?.[1]) : Number.NaN;
    if (!Number.isNaN(number)) found.set(number, [...(found.get(number) ?? []), id]);
  }
  return found;
}
