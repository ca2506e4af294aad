import { z } from 'zod';
import { verdictNames, verdicts, type Verdict } from '../claims/claim.ts';
import { judgeClaims, planEvidence } from '../compute/claims.ts';
import { Count, Finite } from '../estimate.ts';
import { defineStatistic } from '../statistic.ts';
import { column, type Table } from '../table.ts';

const result = () =>
  z.strictObject({
    claims: z.array(
      z.strictObject({
        id: z.string(),
        claim: z.string().describe('The claim in our words.'),
        tested_by: z.string().describe('The statistic or table that tests it.'),
        rule: z.string().describe('When it counts as supported, partly supported or contradicted.'),
        verdict: z.enum(verdictNames).describe('What our records say; not whether the article is right.'),
        numbers: z.array(
          z.strictObject({
            label: z.string(),
            estimate: Finite.nullable(),
            low: Finite.nullable(),
            high: Finite.nullable(),
          }),
        ),
        reason: z.string().describe('The verdict in words.'),
      }),
    ),
    counts: z.array(z.strictObject({ verdict: z.enum(verdictNames), claims: Count })),
  });

type Result = z.infer<ReturnType<typeof result>>;

const ours = 'Verdicts are about our records. The table of the article is not public here and is not among them.';

function verdictsTable({ claims }: Result): Table {
  return {
    name: 'verdicts',
    title: 'Claims of the article and our records',
    note: ours,
    columns: [
      column('claim', 'Claim, in our words', 'text'),
      column('verdict', 'Our records', 'text'),
      column('reason', 'Why', 'text'),
      column('rule', 'Rule', 'text'),
      column('tested_by', 'Tested by', 'text'),
    ],
    rows: claims.map(({ claim, verdict, reason, rule, tested_by }) => ({
      ...{ claim, verdict: verdicts[verdict], reason, rule, tested_by },
    })),
  };
}

function numbersTable({ claims }: Result): Table {
  return {
    name: 'numbers',
    title: 'Numbers behind the verdicts',
    note: null,
    columns: [
      column('claim', 'Claim', 'text'),
      column('number', 'Number', 'text'),
      column('estimate', 'Value', 'measure'),
      column('low', 'Low', 'measure'),
      column('high', 'High', 'measure'),
    ],
    rows: claims.flatMap(({ id, numbers }) =>
      numbers.map(({ label, estimate, low, high }) => ({ claim: id, number: label, estimate, low, high })),
    ),
  };
}

/** What our records say of the claims of the article. */
export const claims = defineStatistic({
  name: 'claims',
  title: 'Do the article’s claims hold here',
  summary: `Nine claims of the article’s abstract, each put to our records by a fixed rule. Claims about programs are tested in the scope of the article: in China, 2007 to 2020; states, subjects, confidence and sources of the filter hold, its years, venues and recommendation do not. ${ours}`,
  reference: 'Methods of the statistics that test each claim; the rules are our own and stand in the answer.',
  parameters: () => ({}),
  result,
  needs: { scope: 'article' },
  plan: planEvidence,
  infer: (evidence) => {
    const judged = judgeClaims(evidence).map(({ claim, verdict, numbers, reason }) => ({
      id: claim.id,
      claim: claim.claim,
      tested_by: claim.tested_by,
      rule: claim.rule,
      verdict,
      numbers: numbers.map((number) => ({ ...number })),
      reason,
    }));
    const count = (verdict: Verdict): number => judged.filter((claim) => claim.verdict === verdict).length;
    return { claims: judged, counts: verdictNames.map((verdict) => ({ verdict, claims: count(verdict) })) };
  },
  tables: (answer) => [verdictsTable(answer), numbersTable(answer)],
  finding: ({ claims, counts }) => {
    const words = counts
      .filter(({ claims: count }) => count > 0)
      .map(({ verdict, claims: count }) => `${count} ${verdicts[verdict].toLowerCase()}`);
    return `Of ${claims.length} claims put to our records, ${words.join(', ')}.`;
  },
  chart: null,
  headline: null,
});
