import { catalogue, statisticNames } from '@govexport/router';
import { fieldLabel, languages, termLabel, translate, vocabularyTitle, type Language } from '@govexport/router/words';
import { openDataset } from '@govexport/router/node';
import { Program, vocabulariesOf } from '@govexport/schema';

/** The line of docs/terms.md behind which everything is made of the schema and the words of the router. */
export const madeBelow = '<!-- Made by `pnpm generate` from here on. -->';

const line = (name: string, inLanguage: (language: Language) => string) =>
  `- \`${name}\`: ${languages.map(inLanguage).join(' · ')}`;

/** Names of statistics, fields of a program and values of vocabularies, one a line, as Markdown. */
export function termsList(): string {
  const statistics = statisticNames.map((name) => {
    const { title } = catalogue[name];
    return line(name, (language) => (language === 'en' ? title : (translate(title, language) ?? title)));
  });
  const fields = Object.keys(Program.shape)
    .filter((name) => fieldLabel(name, 'en') !== null)
    .map((name) => line(name, (language) => fieldLabel(name, language) ?? name));
  const dataset = openDataset();
  const { senders } = dataset.meta;
  const values = vocabulariesOf(dataset).flatMap(({ name, values }) => [
    `### ${languages.map((language) => vocabularyTitle(name, language)).join(' · ')} (\`${name}\`)`,
    values.map((value) => line(value, (language) => termLabel(name, value, { language, senders }))).join('\n'),
  ]);
  const parts = ['## Statistics', statistics.join('\n'), '## Fields of a program', fields.join('\n')];
  return [...parts, '## Values of fields', ...values].join('\n\n');
}
