import { totalAidProjects, type AidTotals } from '@govexport/router';
import { termsOf, type Dataset } from '@govexport/schema';
import { formatCount } from '../format.ts';
import { m } from '../generated/messages.js';
import type { ShownText } from '../shown-text.ts';
import { dataset } from './caller.ts';
import { inEnglish } from './labels.ts';
import { plainTables } from './record-address.ts';

type AidProject = Dataset['aid_projects'][number];

/** What releases of AidData hold, side by side: never added. */
export interface AidReleases {
  names: string[];
  /** One figure a row, one release a column; null where no project of the release has an amount. */
  figures: { label: string; values: { text: string; value: string }[] }[];
  /** Projects of several states, which stand in no state's numbers. */
  several: number;
  terms: { name: string; path: string; note: ShownText };
}

/** The releases of AidData side by side, for one state or for all; null where none of them has a project. */
export function aidReleases(country: string | null): AidReleases | null {
  const all = dataset.aid_projects;
  const totals = totalAidProjects(country === null ? all : all.filter((one) => one.country === country)).toSorted(
    (one, other) => issued(one) - issued(other),
  );
  if (totals.length === 0) return null;
  const row = (label: string, write: (total: AidTotals) => { text: string; value: string }) => ({
    label,
    values: totals.map(write),
  });
  const several = all.filter((one) => one.country === null && isOf(one, country));
  return {
    names: totals.map(({ release }) => release),
    figures: [
      row(m.aid_years(), ({ from, to }) => plain(`${String(from)}–${String(to)}`)),
      row(m.aid_projects(), ({ projects }) => count(projects)),
      row(m.aid_with_amount(), ({ with_amount }) => count(with_amount)),
      row(m.aid_sum(), ({ with_amount, usd_constant }) => (with_amount === 0 ? unknown() : millions(usd_constant))),
      row(m.aid_base(), ({ usd_constant_base: base }) => (base === null ? unknown() : plain(String(base)))),
    ],
    several: country === null ? 0 : several.length,
    terms: aidTerms(),
  };
}

/** The year in which a release came out, which its name holds. */
function issued({ release }: AidTotals): number {
  return Number(/\((\d{4})\)/.exec(release)?.[1] ?? 0);
}

/** The terms of AidData's projects, with whom to cite. */
export function aidTerms(): AidReleases['terms'] {
  const table = plainTables.find(({ name }) => name === 'aid_projects');
  const { name, path, note } = termsOf(table ?? { licenses: [] }, dataset.meta);
  return { name, path, note: inEnglish(note ?? '') };
}

function isOf({ recipients }: AidProject, country: string | null): boolean {
  return country !== null && (recipients ?? '').split(';').includes(country);
}

const plain = (text: string) => ({ text, value: text });
const count = (number: number) => ({ text: formatCount(number), value: String(number) });
const millions = (dollars: number) => ({ text: formatCount(Math.round(dollars / 1e6)), value: String(dollars) });
const unknown = () => ({ text: m.unknown(), value: '' });
