import type { UsTraining, UsTrainingTotal } from '@govexport/schema';

/**
 * The sums of course lines by fiscal years and state, sorted. A pair without lines has no sum: it is unknown, not zero.
 */
export function totalUsTrainings(trainings: readonly UsTraining[]): UsTrainingTotal[] {
  const groups = new Map<string, UsTraining[]>();
  for (const training of trainings) {
    const key = `${training.fiscal_year} ${training.country}`;
    groups.set(key, [...(groups.get(key) ?? []), training]);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, lines]) => {
      const [first] = lines;
      if (first === undefined) return [];
      const trainees = lines.map((line) => line.trainees).filter((value) => value !== null);
      const costs = lines.map((line) => line.cost_usd).filter((value) => value !== null);
      return {
        fiscal_year: first.fiscal_year,
        country: first.country,
        rows: lines.length,
        trainees: sum(trainees),
        trainees_known_rows: trainees.length,
        cost_usd: sum(costs),
        cost_known_rows: costs.length,
      };
    });
}

/** To the cent: the printed amounts have no smaller part. */
function sum(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((total, value) => total + Math.round(value * 100), 0) / 100;
}
