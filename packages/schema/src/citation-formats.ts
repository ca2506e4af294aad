/** A citation as CSL-JSON, the form that reference managers exchange. */
export interface CslItem {
  readonly id: string;
  readonly type: 'dataset';
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly version: string;
  readonly 'container-title'?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly note: string;
  readonly accessed?: { readonly 'date-parts': readonly (readonly number[])[] };
}

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A citation as an entry of BibTeX. */
export function bibtexOf(item: CslItem): string {
  const fields = {
    // Two braces: the name of a body is not taken apart.
    author: `{${item.author.map(({ literal }) => escaped(literal)).join('} and {')}}`,
    title: `{${escaped(item.title)}}`,
    ...(item['container-title'] === undefined ? {} : { booktitle: escaped(item['container-title']) }),
    year: yearOf(item),
    version: item.version,
    ...(item.DOI === undefined ? {} : { doi: item.DOI }),
    ...(item.URL === undefined ? {} : { url: item.URL }),
    // Managers take a field of its own for how it was published to be the publisher.
    note: `Data set; ${escaped(item.note)}`,
    ...(item.accessed === undefined ? {} : { urldate: accessDate(item, '-') }),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@misc{${item.id},\n${lines.join('')}}\n`;
}

/** A citation as a record of RIS. */
export function risOf(item: CslItem): string {
  const lines = [
    ['TY', 'DATA'],
    ['ID', item.id],
    ...item.author.map(({ literal }) => ['AU', literal]),
    ['PY', yearOf(item)],
    ['TI', item.title],
    ...(item['container-title'] === undefined ? [] : [['T2', item['container-title']]]),
    ['ET', item.version],
    ...(item.DOI === undefined ? [] : [['DO', item.DOI]]),
    ...(item.URL === undefined ? [] : [['UR', item.URL]]),
    ['N1', item.note],
    ...(item.accessed === undefined ? [] : [['Y2', accessDate(item, '/')]]),
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag ?? ''}  - ${value ?? ''}\n`).join('');
}

function accessDate({ accessed }: CslItem, separator: string): string {
  const parts = accessed?.['date-parts'][0] ?? [];
  return parts.map((part) => String(part).padStart(2, '0')).join(separator);
}

function yearOf({ issued }: CslItem): string {
  return String(issued['date-parts'][0]?.[0] ?? '');
}

function escaped(text: string): string {
  return text.replace(/[\\~^]|[&%$#_{}]/g, (sign) => special[sign] ?? `\\${sign}`);
}
