import type { Dataset } from '@govexport/schema';
import type { Query, Where } from '../../src/query/query.ts';
import { programs, published } from '../datasets.ts';

const marks = [
  ...["'", '"', '\\', '`', "''", '""', '\\\\', "\\'", '\\"', "'; DROP TABLE programs; --", "' OR '1' = '1", '") OR ("'],
  ...['--', '/* */', ';', '$1', '$$', '?', ':x', '{x:String}', '%', '_', '\\0', '\\x00', '\\n', '\\N', 'NULL', 'null'],
  ...['\0', 'a\0b', '\0\0', '\n', '\r\n', '\t', '\b\f\v', '\u001f', '\u007f', '\u0085', '\u2028', '\u2029', 'a\ufeffb'],
  ...['', ' ', ' a ', 'unknown', 'not_shown', '[]', '["a"]', '{}', '0', '-1', '1e9', 'true', 'false', '2014-05', 'NaN'],
  ...['#', '@', '&', '|', '^', '~', '=', '<', '>', '!', '()', '[a]', '*', '+', '.', ',', '/', 'a/b', '\\u0041', '$ref'],
];

const alphabets = [
  ...[
    'Ünïcödé',
    'e\u0301',
    '\u00e9',
    'ß',
    'SS',
    'ı',
    'İ',
    'Ελληνικά',
    'Кириллица',
    'Қазақстан',
    'Тоҷикистон',
    'Ўзбекистон',
  ],
  ...[
    'Türkmenistan',
    'ქართული',
    'Հայերեն',
    'עברית',
    'العربية',
    'فارسی',
    'ئۇيغۇر',
    'हिन्दी',
    'বাংলা',
    'தமிழ்',
    'ไทย',
    'ລາວ',
  ],
  ...[
    'မြန်မာ',
    'ខ្មែរ',
    'አማርኛ',
    'ᠮᠣᠩᠭᠣᠯ',
    'བོད་ཡིག',
    '中文',
    '（中文）',
    '公安部',
    '日本語',
    'ｶﾅ',
    '한국어',
    'Ｆｕｌｌ',
    'ﬁ',
    '\ufffd',
    '\uffff',
  ],
  ...[
    '\ue000',
    '😀',
    '👩‍👩‍👧',
    '🇰🇿',
    '𠀀',
    '𐀀',
    '\u{10ffff}',
    '\u{10ffff}\u0001',
    '\u{10ffff}a',
    '\u{1f600}\uff08',
    '\u200b',
    '\u202e',
  ],
];

const mixed = [...marks, ...alphabets].flatMap((text, index, all) => {
  const other = all[(index * 7 + 3) % all.length] ?? '';
  return [`${text}${other}`, `${other} ${text}`];
});

/** 200 different texts that break what quotes badly: quotes, escapes, control characters, every alphabet. */
export const hostileTexts: readonly string[] = [...new Set([...marks, ...alphabets, ...mixed])].slice(0, 200);

/** A dataset that holds each of them: as a value, in a list, and in a group in a list. */
export const hostileDataset: Dataset = programs(
  ...hostileTexts.map((text, index) => ({
    title: text,
    host_institution: text,
    topics: [text, hostileTexts[(index + 1) % hostileTexts.length] ?? ''],
    recipient_agencies: [{ name: text, country: index % 2 === 0 ? 'KZ' : null }],
  })),
);

const ask = { kind: 'count', table: 'programs' } as const;
const rows = { kind: 'rows', where: { op: 'and', of: [] } } as const;
const keys = {
  title: { field: 'title' },
  topic: { each: 'topics' },
  name: { each: 'recipient_agencies.name' },
} as const;

/** The question that every text is in the answer of. */
export const everyText: Query = { ...ask, where: { op: 'and', of: [] }, by: keys };

/** Questions that hold a text as a value of each kind of condition, and as a place in an order. */
export function hostileQuestions(text: string): Query[] {
  const conditions = Object.values(keys).flatMap((key): Where[] => [
    { op: 'in', key, values: [text] },
    { op: 'range', key, from: text, to: null },
    { op: 'not', of: { op: 'range', key, from: null, to: text } },
  ]);
  const found = {
    ...rows,
    ...{ table: 'programs', fields: ['id', 'title', 'topics', 'recipient_agencies'], limit: 3 },
    order: [{ key: keys.title, direction: 'ascending' }],
  } as const;
  return [
    ...conditions.map((where): Query => ({ ...ask, where, by: {} })),
    { ...found, after: [text] },
    { ...found, where: { op: 'in', key: { list: 'topics' }, values: [JSON.stringify([text])] } },
  ];
}

/** Questions about numbers that are not whole, each as a value and as a place in an order. */
export const decimalQuestions: readonly Query[] = published.indicators
  .filter((_, index) => index % 40 === 0)
  .flatMap(({ value }): Query[] => {
    const key = { field: 'value' };
    const order = ['value', 'indicator', 'edition', 'country', 'year'].map(
      (field) => ({ key: { field }, direction: 'descending' }) as const,
    );
    const counted = { kind: 'count', table: 'indicators', by: { key } } as const;
    return [
      { ...counted, where: { op: 'in', key, values: [value, '0.5', 7] } },
      { ...counted, where: { op: 'range', key, from: value, to: value + 0.25 } },
      { ...rows, table: 'indicators', fields: ['value', 'year'], order, after: [value, '', '', '', 0], limit: 5 },
    ];
  });
