import { catalogue } from '@govexport/router';
import { caller } from '#lib/server/caller.ts';
import { shown } from '#lib/server/language/translate.ts';
import { statisticView } from '#lib/server/statistic-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const [view, { result }] = await Promise.all([
    statisticView('claims', new URLSearchParams()),
    caller.statistics.claims({}),
  ]);
  const [verdicts] = view.tables;
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
      numbers: numbers.map((number) => ({ ...number, label: shown(number.label) })),
    })),
  };
};

const titleOf = (name: string) => catalogue[name as keyof typeof catalogue].title;
