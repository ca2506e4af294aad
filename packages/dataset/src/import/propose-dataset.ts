import { shortNameOf } from '../begin/short-name.ts';

/** How sure a proposal is: by the header, by the cells, a cautious constant, the day, the host of an address, or to be filled in by a person. */
export type Sureness = 'header' | 'cells' | 'cautious' | 'today' | 'to fill in' | 'empty cells' | 'host' | 'ignored';

/** What a mapping proposes for a field. */
export interface Proposed {
  readonly table: 'dataset' | 'programs' | 'sources';
  readonly field: string;
  /** Columns that it takes, with their letters. */
  readonly columns: readonly string[];
  readonly constant: string | null;
  readonly by: Sureness;
  /** A value of the column. */
  readonly example: string | null;
}

/** What a table tells of its dataset. */
export interface Told {
  /** Name of the file without its ending. */
  readonly title: string;
  /** States that the table names as recipients. */
  readonly states: readonly string[];
  /** Whether the table tells where the teaching took place. */
  readonly venue: boolean;
  /** The year of today. */
  readonly year: number;
}

/**
 * What a dataset says about itself, to begin with: what nobody can see in a table is an empty text. Where the table does not
 * tell the venue, the default scope does not ask for it: it would leave out every program.
 */
export function proposedDataset({ title, states, venue, year }: Told): {
  readonly dataset: Readonly<Record<string, unknown>>;
  readonly fields: readonly Proposed[];
} {
  const venues = venue ? ['in_sender', 'hybrid'] : [];
  const dataset = {
    name: shortNameOf(title),
    title,
    description: `Read from ${title}.`,
    version: '0.1.0',
    license: '',
    creators: [''],
    year_published: year,
    senders: [''],
    recipients: states.length === 0 ? [''] : states,
    unit: 'program',
    year_starts_in: 1,
    scopes: { default: { from: null, to: null, venues, recommended_only: true } },
    default_scope: 'default',
    keywords: [],
    cautions: [],
  };
  const field = (name: string, by: Proposed['by'], example: string | null = null): Proposed => ({
    ...{ table: 'dataset', field: name, columns: [], constant: null, by, example },
  });
  return {
    dataset,
    fields: [
      field('license', 'to fill in'),
      field('creators', 'to fill in'),
      field('senders', 'to fill in'),
      states.length === 0 ? field('recipients', 'to fill in') : field('recipients', 'cells', states.join(', ')),
      field('year_published', 'today', String(year)),
      field('scopes.default.venues', 'cautious', venue ? venues.join(', ') : 'any'),
    ],
  };
}
