import { getContext } from 'svelte';
import type { Language } from './words/chart-words.ts';

/** The colours of charts by what they colour. */
export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly rule: string;
  readonly ruleStrong: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly contrast: string;
  readonly interval: string;
  readonly unknown: string;
  readonly unknownPaper: string;
  readonly land: string;
}

/** How charts look. Looks are written into attributes: no style sheet and no policy can part them from their chart. */
export interface Look {
  readonly colours: Colours;
  readonly font: string;
  /** Weight of headings. */
  readonly bold: number;
}

/** The look on a page that names its colours in custom properties, so that charts follow it into the dark and on paper. */
export const pageLook: Look = {
  colours: {
    paper: 'var(--paper)',
    ink: 'var(--ink)',
    inkSoft: 'var(--ink-soft)',
    rule: 'var(--rule)',
    ruleStrong: 'var(--rule-strong)',
    accent: 'var(--accent)',
    accentSoft: 'var(--accent-soft)',
    contrast: 'var(--contrast)',
    interval: 'var(--mark-interval)',
    unknown: 'var(--unknown)',
    unknownPaper: 'var(--unknown-paper)',
    land: 'var(--paper-sunk)',
  },
  font: 'var(--sans)',
  bold: 700,
};

/** The look of a picture that stands alone: light, on white. */
export const pictureLook: Look = {
  colours: {
    paper: '#ffffff',
    ink: '#1b2226',
    inkSoft: '#4d575c',
    rule: '#d9d4c7',
    ruleStrong: '#8b8a80',
    accent: '#14586b',
    accentSoft: '#9fc0c8',
    contrast: '#b3470f',
    interval: '#1b2226',
    unknown: '#7b7a70',
    unknownPaper: '#ebe7dc',
    land: '#f1eee5',
  },
  font: "'Noto Sans', 'Noto Sans SC', system-ui, sans-serif",
  bold: 700,
};

/** What charts need to know of the place where they are drawn. */
export interface ChartSetting {
  readonly language: Language;
  readonly look: Look;
  /** Where a mark leads that stands for a record; null where it leads nowhere. */
  readonly recordHref: ((id: string) => string) | null;
}

/** Key of the setting in the context of components. */
export const settingKey = 'govexport chart setting';

/** The setting of the place where a component is drawn. */
export function chartSetting(): ChartSetting {
  const setting = getContext<ChartSetting | undefined>(settingKey);
  if (setting === undefined) throw new Error(`A chart needs the context "${settingKey}" of a page or a picture.`);
  return setting;
}
