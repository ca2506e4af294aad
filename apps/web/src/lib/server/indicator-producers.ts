import { termsOf } from '@govexport/schema';
import type { ShownText } from '../shown-text.ts';
import { dataset } from './caller.ts';
import { inEnglish } from './labels.ts';
import { shown } from './language/translate.ts';
import { plainTables } from './record-address.ts';

/** Who made series of indicators, with the series, the editions and the terms. */
export interface IndicatorProducer {
  name: string;
  editions: string[];
  series: { name: string; title: ShownText }[];
  terms: { name: string; path: string; note: ShownText };
}

/** The makers of the indicators, each apart: their terms and editions differ. */
export function indicatorProducers(): IndicatorProducer[] {
  const table = plainTables.find(({ name }) => name === 'indicators') ?? { licenses: [] };
  return [...new Set(dataset.indicators.map(({ producer }) => producer))].sort().map((name) => {
    const rows = dataset.indicators.filter(({ producer }) => producer === name);
    const titles = new Map(rows.map(({ indicator, indicator_name }) => [indicator, indicator_name]));
    const terms = termsOf(table, dataset.meta, { producer: name });
    return {
      name,
      editions: [...new Set(rows.map(({ edition }) => edition))].sort(),
      series: [...titles].map(([indicator, title]) => ({ name: indicator, title: shown(title) })),
      terms: { ...terms, note: inEnglish(terms.note ?? '') },
    };
  });
}
