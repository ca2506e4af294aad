import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, statisticNames, type StatisticName } from '../src/index.ts';
import { ask } from './ask.ts';
import { published } from './datasets.ts';

const folder = new URL('../../../docs/methods/', import.meta.url);

/** A question as JSON and, below it, the words of the answer. */
const example = /```json\n(?<question>[^`]*)```\n\n```text\n(?<words>[^`]*)```/g;

/** The words in which a statistic answers a question on the published dataset. */
function answered(question: string): string {
  const { statistic, input: given } = JSON.parse(question) as { statistic: StatisticName; input: object };
  const { finding } = catalogue[statistic] as unknown as { finding: (result: unknown, input: unknown) => string };
  const { result, input } = ask(statistic, published, given);
  return finding(result, input);
}

function pageOf(name: string): string {
  return readFileSync(new URL(`${name}.md`, folder), 'utf8');
}

it('has one page for each statistic and no other', () => {
  // Beside them stand their wordings in other languages.
  const pages = readdirSync(folder).filter((name) => !name.endsWith('.json'));
  expect(pages.sort()).toEqual(statisticNames.map((name) => `${name}.md`).sort());
});

describe.each(statisticNames)('the page of %s', (name) => {
  it('says what a reader must know, in order', () => {
    const headings = [...pageOf(name).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      'Definition',
      'Assumptions',
      'When it refuses',
      'How to read it',
      'Worked example',
      'Reference',
    ]);
  });

  it('shows an example of its own whose words are those of the published dataset', async () => {
    const page = pageOf(name);
    const questions = [...page.matchAll(example)].map(({ groups }) => groups?.['question'] ?? '');
    expect(questions.length).toBeGreaterThan(0);
    for (const question of questions) expect(JSON.parse(question)).toMatchObject({ statistic: name });
    const fresh = page.replaceAll(example, (block: string, question: string, words: string) =>
      block.replace(words, () => `${answered(question)}\n`),
    );
    await expect(fresh).toMatchFileSnapshot(new URL(`${name}.md`, folder).pathname);
  });
});
