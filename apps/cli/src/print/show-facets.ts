import type { FacetsAnswer, Table } from '@govexport/router';
import { plain, type Shown } from './shown.ts';

/** What is shown of the counts of facets: one row for each value, unknown at the end of its facet. */
export function showFacets(title: string, { total, facets }: FacetsAnswer<'programs'>): Shown {
  const rows = facets.flatMap(({ name, label, values, unknown, omitted }) => [
    ...values.map((one) => ({ facet: name, label, value: one.value, name: one.label, count: one.count })),
    ...(omitted === 0
      ? []
      : [
          {
            facet: name,
            label,
            value: null,
            name: `${omitted} further ${omitted === 1 ? 'value' : 'values'}`,
            count: null,
          },
        ]),
    ...(unknown === 0 ? [] : [{ facet: name, label, value: null, name: 'Unknown', count: unknown }]),
  ]);
  const naming = {
    name: 'facets',
    title: 'Facets',
    note: 'Each facet is counted under all other choices. A record with several values counts once for each.',
  };
  const count = { key: 'count', label: 'Records', kind: 'count' as const };
  const text = (key: string, words: string) => ({ key, label: words, kind: 'text' as const });
  const data: Table = {
    ...naming,
    columns: [text('facet', 'Facet'), text('value', 'Value'), text('name', 'Name'), count],
    rows: rows.map(({ facet, value, name, count: n }) => ({ facet, value, name, count: n })),
  };
  const shown: Table = {
    ...naming,
    columns: [text('label', 'Facet'), text('name', 'Value'), count],
    rows: rows.map(({ label, name, count: n }) => ({ label, name, count: n })),
  };
  return {
    finding: `${title}: ${total} that all choices let through.`,
    tables: [{ ...plain(data), text: shown }],
  };
}
