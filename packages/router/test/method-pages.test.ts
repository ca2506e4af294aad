import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { askStatistic, catalogue, createCaller, present, statisticNames } from '../src/index.ts';
import { openDataset } from '../src/node.ts';
import { languages, translate, type Language } from '../src/words.ts';

const folder = fileURLToPath(new URL('../../../docs/methods/', import.meta.url));
const dataset = openDataset();
const caller = createCaller({ dataset });

const fileOf = (name: string, language: Language) => `${name}${language === 'en' ? '' : `.${language}`}.md`;
/** Headings, paragraphs, questions and, each after its question, answers. */
const blocksOf = (file: string) => readFileSync(`${folder}${file}`, 'utf8').trim().split('\n\n');
/** `##` of a heading, "```json" of a question; a paragraph has no mark. */
const markOf = (block: string) => /^(#+|```\w+)/.exec(block)?.[0] ?? 'paragraph';
const inLanguage = (text: string, language: Language) => (language === 'en' ? text : translate(text, language));

it('has one page in each language for each statistic and no other', () => {
  const files = statisticNames.flatMap((name) => languages.map((language) => fileOf(name, language)));
  expect(readdirSync(folder).sort()).toEqual(files.sort());
});

describe.each(statisticNames)('the page of %s', (name) => {
  const english = blocksOf(fileOf(name, 'en'));

  it('says what a reader must know, in order', () => {
    expect(english.filter((block) => block.startsWith('#'))).toEqual([
      `# ${catalogue[name].title} (\`${name}\`)`,
      '## Definition',
      '## Assumptions',
      '## When it refuses',
      '## How to read it',
      '## Worked example',
      '## Reference',
    ]);
  });

  it('shows examples of its own whose words are those of the published dataset', async () => {
    const findings = new Map<string | undefined, string>();
    for (const question of english.filter((block) => block.startsWith('```json'))) {
      const { statistic, input } = JSON.parse(question.replaceAll(/^```json|```$/g, '')) as Record<string, unknown>;
      expect(statistic).toBe(name);
      findings.set(question, present(await askStatistic(caller, name, input), dataset.meta).finding);
    }
    expect(findings.size).toBeGreaterThan(0);
    for (const language of languages) {
      const fresh = blocksOf(fileOf(name, language)).map((block, index, blocks) => {
        const finding = findings.get(blocks[index - 1]);
        return finding === undefined ? block : `\`\`\`text\n${inLanguage(finding, language) ?? ''}\n\`\`\``;
      });
      await expect(`${fresh.join('\n\n')}\n`).toMatchFileSnapshot(`${folder}${fileOf(name, language)}`);
    }
  });

  it.each([
    ['ru', /\p{Script=Cyrillic}/u],
    ['zh', /\p{Script=Han}/u],
  ] as const)('says in %s what it says in English, block by block', (language, letters) => {
    const translated = blocksOf(fileOf(name, language));
    expect(translated.map(markOf), fileOf(name, language)).toEqual(english.map(markOf));
    expect(translated[0]).toContain(inLanguage(catalogue[name].title, language));
    for (const [index, block] of english.entries()) {
      const translation = translated[index] ?? '';
      const where = `block ${index + 1} of ${fileOf(name, language)}, in English “${block.slice(0, 60)}”`;
      expect(keptIn(translation), where).toEqual(keptIn(block));
      // Publications, which come last, may stay in the language that they are written in.
      const stays = block.startsWith('```') || (index === english.length - 1 && translation === block);
      if (!stays) expect(translation, where).toMatch(letters);
    }
  });
});

/** What no language changes: names of the code, questions, addresses and numbers, however their digits are parted. */
function keptIn(block: string): string[] {
  // The words of an answer are compared with the answer itself.
  const kept = block.startsWith('```text') ? [] : block.match(/`[^`]+`|<https:[^>]+>|\d+(?:[.,\s]\d+)*(?:\/\w)?/g);
  return (kept ?? []).map((part) => part.replaceAll(/(?<=\d)[.,\s](?=\d)/g, '')).sort();
}
