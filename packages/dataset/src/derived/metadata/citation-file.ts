import type { Description } from './description.ts';

/** `CITATION.cff`: how to cite, as code hosts read it. */
export function citationFile({ meta, code_license }: Description): string {
  return [
    'cff-version: 1.2.0',
    'message: If you use this dataset or this software, please cite it as below.',
    `title: ${quoted(`${meta.name}: ${meta.title}`)}`,
    'type: dataset',
    'authors:',
    ...meta.creators.map((name) => `  - name: ${quoted(name)}`),
    `version: ${meta.version}`,
    ...(meta.doi === undefined ? [] : [`doi: ${meta.doi}`]),
    ...(meta.url === undefined ? [] : [`url: ${quoted(meta.url)}`]),
    'license:',
    `  - ${meta.license}`,
    ...(code_license === null ? [] : [`  - ${code_license}`]),
    'keywords:',
    ...meta.keywords.map((keyword) => `  - ${quoted(keyword)}`),
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
