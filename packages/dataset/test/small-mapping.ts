import { metaWith } from './small-dataset.ts';

const constant = (value: unknown) => ({ constant: value });

/** A mapping that takes every kind of column. */
export const mapping = {
  dataset: JSON.parse(metaWith({})) as unknown,
  unknown: ['n/a'],
  programs: {
    title: { column: 'Topic' },
    description: constant('A row.'),
    start: { column: 'Date', dates: ['DD.MM.YYYY', 'MM/YYYY'] },
    year_basis: constant('stated'),
    countries: { column: 'Country', separator: '/', values: { Kazakhstan: 'KZ', Uzbekistan: 'UZ' } },
    technology_component: { column: 'Technology', values: { yes: true, no: false } },
    duration_days: { column: 'Days' },
    domain: constant('civil'),
    confidence: constant('low'),
  },
  sources: {
    url: { column: 'Link', separator: ' ' },
    publisher: constant('Example News'),
    publisher_type: constant('independent_media'),
    language: constant('en'),
    is_copy: constant(false),
    accessed: constant('2026-11-24'),
    access: constant('live page'),
  },
};

/** A CSV in pieces. */
export function chunksOf(...texts: (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  return (async function* () {
    for (const text of texts)
      yield await Promise.resolve(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  })();
}
