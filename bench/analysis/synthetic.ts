import { createRandom, type Random } from '@govexport/analysis/numeric/random';
import { loadDataset } from '@govexport/dataset';
import type { Dataset } from '@govexport/schema';

type Program = Dataset['programs'][number];
type Coding = Dataset['codings'][number];

const YEARS = { from: 2000, count: 25 };

/** Most sources that an invented program cites. */
const MOST_SOURCES = 3;

/** A dataset with as many invented programs as asked: fields drawn, each on its own, from the published records. */
export function syntheticDataset(size: number, seed: number): Dataset {
  const published = loadDataset();
  const random = createRandom(seed);
  const programs = Array.from({ length: size }, (_, index) => invent(published, random, index));
  return { ...published, programs };
}

/** The same with codings: two coders of each program, who mostly agree on its format. */
export function withCodings(dataset: Dataset, seed: number): Dataset {
  const random = createRandom(seed);
  const codings = dataset.programs.flatMap(({ id, format }) =>
    ['A', 'B'].map((coder): Coding => {
      const value = random.integer(10) === 0 ? 'seminar' : format;
      return { round: 1, program: id, coder, coder_record: null, field: 'format', value };
    }),
  );
  return { ...dataset, codings };
}

/** The published dataset with as many transfers, adoptions and values of indicators as asked, repeated from its own. */
export function syntheticContext(size: number): Dataset {
  const published = loadDataset();
  const { transfers, adoptions, indicators } = published;
  return {
    ...published,
    transfers: repeat(transfers, size, (row, index) => ({ ...row, id: `GX-${index}` })),
    adoptions: repeat(adoptions, size, (row, index) => ({ ...row, id: `GX-${index}` })),
    indicators: repeat(indicators, size, (row, _, round) => ({ ...row, edition: `${row.edition} ${round}` })),
  };
}

function repeat<Row>(
  rows: readonly Row[],
  size: number,
  change: (row: Row, index: number, round: number) => Row,
): Row[] {
  return Array.from({ length: size }, (_, index) => {
    const row = rows[index % rows.length];
    if (row === undefined) throw new Error('The published dataset has no record to repeat.');
    return change(row, index, Math.floor(index / rows.length));
  });
}

function invent({ programs, sources }: Dataset, random: Random, index: number): Program {
  const pick = <Row>(rows: readonly Row[]): Row => {
    const row = rows[random.integer(rows.length)];
    if (row === undefined) throw new Error('The published dataset has no record to draw from.');
    return row;
  };
  const draw = (): Program => pick(programs);
  const year = YEARS.from + random.integer(YEARS.count);
  const start = `${year}-${String(1 + random.integer(12)).padStart(2, '0')}`;
  const cited = Array.from({ length: 1 + random.integer(MOST_SOURCES) }, () => pick(sources).id);
  const { frame, venue, format } = draw();
  const { recommended_for_aggregates, exclusion_reasons } = draw();
  const { host_institution, host_cities, host_province } = draw();
  return {
    ...draw(),
    ...{ id: `GX-${index}`, year, start, countries: draw().countries, sector: draw().sector },
    ...{ frame, venue, format, sources: [...new Set(cited)], recommended_for_aggregates, exclusion_reasons },
    ...{ host_institution, host_cities, host_province, security_related: draw().security_related },
    ...{ participants: draw().participants, duration_days: draw().duration_days },
  };
}
