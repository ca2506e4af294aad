import { createRandom, type Random } from '@govexport/analysis/numeric/random';
import { loadDataset } from '@govexport/dataset';
import type { Dataset } from '@govexport/schema';

type Program = Dataset['programs'][number];

const YEARS = { from: 2000, count: 25 };

/** A dataset with as many invented programs as asked: fields drawn, each on its own, from the published records. */
export function syntheticDataset(size: number, seed: number): Dataset {
  const published = loadDataset();
  const random = createRandom(seed);
  const programs = Array.from({ length: size }, (_, index) => invent(published.programs, random, index));
  return { ...published, programs };
}

function invent(published: Dataset['programs'], random: Random, index: number): Program {
  const draw = (): Program => {
    const program = published[random.integer(published.length)];
    if (program === undefined) throw new Error('The published dataset has no program to draw from.');
    return program;
  };
  const year = YEARS.from + random.integer(YEARS.count);
  const { frame, venue, format, sources } = draw();
  const { recommended_for_aggregates, exclusion_reasons } = draw();
  const { host_institution, host_cities, host_province } = draw();
  return {
    ...draw(),
    ...{ id: `GX-${index}`, year, start: String(year), countries: draw().countries, sector: draw().sector },
    ...{ frame, venue, format, sources, recommended_for_aggregates, exclusion_reasons },
    ...{ host_institution, host_cities, host_province, security_related: draw().security_related },
  };
}
