// What a project does with the packages, wherever it runs: reads the records, checks one, computes and recomputes.
import { catalogue } from '@govexport/analysis';
import { poissonInterval } from '@govexport/analysis/numeric/poisson-interval';
import { loadDataset } from '@govexport/dataset';
import { createCaller } from '@govexport/router';
import { jsonSchemaOf, Program, tables } from '@govexport/schema';

export async function use() {
  const dataset = loadDataset();
  const { answer, input } = catalogue.trend;
  const { n } = answer(dataset, input.parse({ from: 2007 })).result;
  const share = await createCaller({ dataset }).statistics.share({ attribute: 'security_related' });
  return JSON.stringify({
    sha256: dataset.sha256,
    valid: dataset.programs.filter((program) => Program.safeParse(program).success).length,
    refused: Program.safeParse({ ...dataset.programs[0], start: '2014-13' }).success,
    described: tables.map((table) => Object.keys(jsonSchemaOf(table).properties ?? {}).length),
    n,
    yes: share.result.yes,
    low: poissonInterval(n, 1, 0.95).low.toPrecision(10),
  });
}
