import type { Codebook, CodebookField, CodebookTable } from './codebook.ts';

/** Puts a word of the page into another language, or gives it back. */
export type WriteWord = (word: string) => string;

/**
 * A codebook as Markdown for people.
 *
 * @param book the codebook, in the language that the page is for
 * @param write puts the headings of the page, their marks and numbers with a sign into that language; left out, they are
 *   English
 * @example
 * codebookMarkdown({ dataset: { title: 'Mine', version: '1.0.0' }, cautions: [], tables: [] })
 * // => '# Codebook: Mine, version 1.0.0\n'
 */
export function codebookMarkdown({ dataset, cautions, tables }: Codebook, write: WriteWord = asIs): string {
  const parts = [
    `# ${write('Codebook')}${write(': ')}${dataset.title}, ${write('version')} ${dataset.version}`,
    ...(cautions.length === 0
      ? []
      : [`## ${write('Before using the numbers')}`, cautions.map((text) => `- ${text}`).join('\n')]),
    ...tables.flatMap((table) => tableParts(table, write)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const asIs: WriteWord = (word) => word;

function tableParts(table: CodebookTable, write: WriteWord): string[] {
  const { name, title, description, records, key, license, fields } = table;
  const terms = `[${license.name}](${license.path})${license.note === null ? '' : `${write('. ')}${license.note}`}`;
  const facts = [
    ...[['Table', code(name)] as const, ['Records', String(records)] as const],
    ...[['Key', key.map(code).join(', ')] as const, ['Licence', terms] as const],
  ];
  const head = [`| ${columns.map(write).join(' | ')} |`, `| ${columns.map(() => '---').join(' | ')} |`];
  const withValues = fields.filter(({ values }) => values.length > 0);
  return [
    `## ${title}`,
    description,
    facts.map(([fact, value]) => `- ${write(fact)}${write(': ')}${value}`).join('\n'),
    [...head, ...fields.map((field) => row(field, write))].join('\n'),
    ...withValues.flatMap(({ name: field, values }) => [
      `${write('Values of')} ${code(field)}${write(': ').trimEnd()}`,
      values
        .map(({ value, label, definition }) => `- ${code(value)}${write(': ')}${label}${write('. ')}${definition}`)
        .join('\n'),
    ]),
  ];
}

const columns = ['field', 'type', 'meaning', 'null means', 'known', 'example'];

function row(field: CodebookField, write: WriteWord): string {
  const { name, type, description, null_means, references, known, share_known, example } = field;
  const share = share_known === null ? String(known) : `${known} (${write(`${Math.round(share_known * 100)}%`)})`;
  const kind = references === null ? type : `${type}${write(', of ')}${code(references)}`;
  const cells = [
    code(name),
    kind,
    description,
    null_means ?? write('never null'),
    share,
    example === null ? '' : code(example),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Text as code; a text that holds backticks needs a longer fence. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
