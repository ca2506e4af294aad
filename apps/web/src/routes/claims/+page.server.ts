import { catalogue, offeredStatistics } from '@govexport/router';
import { error } from '@sveltejs/kit';
import { m } from '#lib/generated/messages.js';
import { caller, dataset } from '#lib/server/caller.ts';
import { shown } from '#lib/server/language/translate.ts';
import { writerOf } from '#lib/format.ts';
import { statisticView } from '#lib/server/statistic-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  if (!offeredStatistics(dataset).includes('claims')) error(404, m.error_nothing_here());
  const [view, { result }] = await Promise.all([
    statisticView('claims', new URLSearchParams()),
    caller.statistics.claims({}),
  ]);
  const [verdicts, table] = view.tables;
  const write = writerOf(table?.columns ?? []);
  return {
    finding: view.finding,
    claims: result.claims.map(({ id, claim, verdict, reason, rule, tested_by, numbers }, index) => ({
      id,
      verdict,
      verdictLabel: shown(String(verdicts?.rows[index]?.verdict ?? verdict)),
      claim: shown(claim),
      reason: shown(reason),
      rule: shown(rule),
      test: { name: tested_by, title: tested_by in catalogue ? shown(titleOf(tested_by)) : null },
      numbers: numbers.map(({ label, ...row }) => ({
        label: shown(label),
        estimate: row.estimate,
        value: write(row, 'estimate'),
        ...{ low: write(row, 'low'), high: write(row, 'high'), bounded: row.low !== null || row.high !== null },
      })),
    })),
  };
};

const titleOf = (name: string) => catalogue[name as keyof typeof catalogue].title;
