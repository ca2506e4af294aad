import type { Codebook, CodebookField, CodebookTable } from './codebook.ts';

/**
 * A codebook as Markdown for people.
 *
 * @example
 * codebookMarkdown({ dataset: { title: 'Mine', version: '1.0.0' }, cautions: [], tables: [] })
 * // => '# Codebook: Mine, version 1.0.0\n'
 */
export function codebookMarkdown({ dataset, cautions, tables }: Codebook): string {
  const parts = [
    `# Codebook: ${dataset.title}, version ${dataset.version}`,
    ...(cautions.length === 0 ? [] : ['## Before using the numbers', cautions.map((text) => `- ${text}`).join('\n')]),
    ...tables.flatMap(tableParts),
  ];
  return `${parts.join('\n\n')}\n`;
}

function tableParts(table: CodebookTable): string[] {
  const { name, title, description, records, key, license, fields } = table;
  const terms = `[${license.name}](${license.path})${license.note === null ? '' : `. ${license.note}`}`;
  const facts = [`Table: \`${name}\``, `Records: ${records}`, `Key: ${key.map(code).join(', ')}`, `Licence: ${terms}`];
  const head = ['| field | type | meaning | null means | known | example |', '| --- | --- | --- | --- | --- | --- |'];
  const withValues = fields.filter(({ values }) => values.length > 0);
  return [
    `## ${title}`,
    description,
    facts.map((fact) => `- ${fact}`).join('\n'),
    [...head, ...fields.map(row)].join('\n'),
    ...withValues.flatMap(({ name: field, values }) => [
      `Values of ${code(field)}:`,
      values.map(({ value, label, definition }) => `- ${code(value)}: ${label}. ${definition}`).join('\n'),
    ]),
  ];
}

function row({ name, type, description, null_means, references, known, share_known, example }: CodebookField): string {
  const share = share_known === null ? String(known) : `${known} (${Math.round(share_known * 100)}%)`;
  const kind = references === null ? type : `${type}, of ${code(references)}`;
  const cells = [
    code(name),
    kind,
    description,
    null_means ?? 'never null',
    share,
    example === null ? '' : code(example),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Text as code; a text that holds backticks needs a longer fence. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
