import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { openSheet } from '../src/import/sheet/sheet.ts';
import { findTable, type TableRow } from '../src/import/sheet/table.ts';
import { chunksOf } from './small-mapping.ts';

interface Found {
  readonly reading: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly passed_over: readonly string[];
}

async function found(content: string | Uint8Array, choice = {}, wanted: readonly string[] = []): Promise<Found> {
  const sheet = await openSheet({ name: 'table.csv', chunks: chunksOf(content) }, choice);
  const table = await findTable(sheet, wanted);
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  const { columns, passed_over } = table;
  return { reading: sheet.reading, columns: columns.map(({ name }) => name), rows, passed_over };
}

const cellsOf = ({ rows }: Found) => rows.map(({ cells }) => Object.values(cells));

/** Text in an encoding of one byte a sign, in which Windows-1251 and others are alike for the letters used here. */
function inCyrillic(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text, (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return code < 128 ? code : code === 0x451 ? 0xb8 : code - 0x410 + 0xc0;
    }),
  );
}

const russian =
  'Год;Страна;Тема курса\n2014;Казахстан;Таможенный контроль и досмотр\n2015;Таджикистан;Управление умным городом\n';
const chinese = '年份,参加国,研修班名称\n2014,哈萨克斯坦,海关监管研修班\n2015,塔吉克斯坦,智慧城市研修班\n';

/** GB 2312 of the signs of the table above, as Windows in China writes it. */
const chineseBytes = Uint8Array.from(
  Buffer.from(
    'c4eab7dd2cb2cebcd3b9fa2cd1d0d0deb0e0c3fbb3c60a323031342cb9fec8f8bfcbcbb9ccb92cbaa3b9d8bce0b9dcd1d0d0deb0e00a323031352ccbfebcaabfcbcbb9ccb92cd6c7bbdbb3c7cad0d1d0d0deb0e00a',
    'hex',
  ),
);

describe('the encoding of a text', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(russian), russian],
    ['UTF-8', new TextEncoder().encode(`\uFEFF${russian}`), russian],
    ['UTF-16 (little-endian)', Uint8Array.from(Buffer.from(`\uFEFF${russian}`, 'utf16le')), russian],
    [
      'UTF-16 (little-endian)',
      Uint8Array.from(Buffer.from('Year;Topic\n2014;Customs\n', 'utf16le')),
      'Year;Topic\n2014;Customs\n',
    ],
    ['UTF-16 (big-endian)', Uint8Array.from(Buffer.from(`\uFEFF${russian}`, 'utf16le').swap16()), russian],
    ['Windows-1251', inCyrillic(russian), russian],
    ['GB18030', chineseBytes, chinese],
  ])('%s is found and named', async (name, bytes, text) => {
    const { reading, columns, rows } = await found(bytes);
    expect(reading.startsWith(`${name}, `)).toBe(true);
    const [header = '', ...lines] = text.trim().split('\n');
    expect(columns).toEqual(header.split(/[;,]/));
    expect(rows.map(({ cells }) => Object.values(cells))).toEqual(lines.map((line) => line.split(/[;,]/)));
  });

  it('may be said, by any of its usual names', async () => {
    for (const encoding of ['windows-1251', 'CP1251', '1251'])
      expect((await found(inCyrillic(russian), { encoding })).columns).toEqual(['Год', 'Страна', 'Тема курса']);
    await expect(found('a,b\n', { encoding: 'klingon' })).rejects.toThrow(
      'The encoding is "klingon"; allowed is one of utf-8,',
    );
  });

  it('that is not kept to the end is refused', async () => {
    const broken = Uint8Array.from([...new TextEncoder().encode(russian), 0xff, 0xfe]);
    await expect(found(broken)).rejects.toThrow('table.csv is not UTF-8 throughout; expected --encoding with one of');
  });
});

describe('the delimiter and the lines', () => {
  it.each([
    ['a,b\n1,2\n', 'commas'],
    ['a;b;c\n1,5;2;3\n', 'semicolons'],
    ['a\tb, c\td\n1\t2\t3\n', 'tabs'],
    ['a|b\n1|2\n', 'bars'],
    ['"Host, city, province";Start;Topic\n"A, B";2014;C\n', 'semicolons'],
    ['sep=;\r\na,x;b\r\n1;2\r\n', 'semicolons'],
  ])('of %j are found', async (text, words) => {
    expect((await found(text)).reading).toBe(`UTF-8, cells parted by ${words}`);
  });

  it.each(['\n', '\r\n', '\r'])('ends of lines %j', async (end) => {
    const result = await found(['Topic,Start', 'A,2014', 'B,2015', ''].join(end));
    expect(cellsOf(result)).toEqual([
      ['A', '2014'],
      ['B', '2015'],
    ]);
  });

  it('a line break in a cell or in a header is no end of a row', async () => {
    const result = await found('"Start\n(day)",Topic\n2014,"A\nB"\n2015,C\n');
    expect(result.columns).toEqual(['Start (day)', 'Topic']);
    expect(result.rows.map(({ number }) => number)).toEqual([2, 3]);
  });
});

describe('the table in a sheet', () => {
  const tracker = [
    'Our tracker,,,,',
    ',,,,',
    ',When,,Host,',
    '#,Start,End,Name,City',
    '1,2014,2015,A,X',
    ',,,,',
    '2,2016,,B,Y',
    'Legend: n/a,,,,',
  ].join('\n');

  it('begins at its header; titles and groups are told', async () => {
    const result = await found(tracker);
    expect(result.columns).toEqual(['#', 'Start', 'End', 'Name', 'City']);
    expect(result.passed_over).toEqual([
      'row 1, above the header: "Our tracker"',
      'row 3, above the header: "When | Host"',
    ]);
    expect(result.rows.map(({ number }) => number)).toEqual([5, 7, 8]);
  });

  it('is found by the columns of a mapping, however its first rows look', async () => {
    const odd = 'Name,City,Year,Kind,Size,Note\nStart,Topic\n2014,A\n';
    expect((await found(odd, {}, ['Topic', 'Start'])).columns).toEqual(['Start', 'Topic']);
  });

  it('has a name for each column: a group tells two alike apart, else a number', async () => {
    expect((await found('Host,,Source,\nName,City,Name,Link\na,b,c,d\n')).columns).toEqual([
      'Host Name',
      'City',
      'Source Name',
      'Link',
    ]);
    expect((await found('Start,Topic,Start\n2014,A,2015\n')).columns).toEqual(['Start', 'Topic', 'Start (2)']);
  });

  it('passes over columns without a name, unless they hold anything', async () => {
    const result = await found('Topic,,Start,\nA,,2014,\nB,,2015,odd\n');
    expect(result.columns).toEqual(['Topic', 'Start']);
    expect(result.rows[1]?.cells).toEqual({ Topic: 'B', Start: '2015', 'column D': 'odd' });
  });

  it('pads short rows', async () => {
    expect(cellsOf(await found('Topic,Start,Link\nA,2014\n'))).toEqual([['A', '2014', '']]);
  });

  it('is not there in an empty file', async () => {
    await expect(found('\n\n')).rejects.toThrow('table.csv is empty; expected a header and rows.');
  });
});

describe('a workbook', () => {
  const workbook = (sheets: object[]) => writeExcelFile(sheets as never).toBuffer();
  const text = (value: string) => ({ value, type: String });

  it('is read by sheet, with days as dates and numbers as numbers', async () => {
    const bytes = await workbook([
      {
        sheet: 'Programs',
        data: [
          [text('Topic'), text('Start'), text('N')],
          [
            text('A'),
            { value: new Date(Date.UTC(2014, 2, 5)), type: Date, format: 'dd.mm.yyyy' },
            { value: 20, type: Number },
          ],
        ],
      },
      { sheet: 'Notes', data: [[text('Of no use')]] },
    ]);
    const result = await found(bytes);
    expect(result.reading).toBe('Excel workbook, sheet "Programs" of "Programs", "Notes"');
    expect(cellsOf(result)).toEqual([['A', '2014-03-05', '20']]);
    await expect(found(bytes, { sheet: 'Data' })).rejects.toThrow(
      'table.csv has no sheet "Data"; expected one of "Programs", "Notes" with rows.',
    );
  });

  it.each([
    [[0x50, 0x4b, 0x03, 0x04, 0, 0], 'is an archive and no Excel workbook'],
    [[0x1f, 0x8b, 8, 0], 'is a file compressed by gzip'],
    [[0x25, 0x50, 0x44, 0x46], 'is a PDF'],
  ])('is told from %j', async (bytes, message) => {
    await expect(found(Uint8Array.from(bytes))).rejects.toThrow(message);
  });
});
