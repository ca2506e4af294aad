import { describe, expect, test } from 'vitest';
import { CountryCode, isoCountryCodes, RecordId, Text, WebAddress, YesNoUnknown } from '../src/index.ts';
import { listOf } from '../src/fields.ts';

const message = (schema: typeof Text, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message);

describe('Text', () => {
  test.each(['a', 'two words', '山东警察学院', 'naïve – “quoted”', '2014', 'null', '😀'])('accepts %j', (text) => {
    expect(Text.parse(text)).toBe(text);
  });

  test.each([
    ['nothing', ''],
    ['a space', ' '],
    ['a space at the start', ' a'],
    ['a space at the end', 'a '],
    ['a no-break space at the end', 'a\u00A0'],
    ['an ideographic space at the start', '\u3000a'],
    ['a line feed', 'a\nb'],
    ['CRLF', 'a\r\nb'],
    ['a tab', 'a\tb'],
    ['NUL', 'a\0b'],
    ['a C1 control', 'a\u009Bb'],
    ['a line separator', 'a\u2028b'],
    ['half a character', 'a\uD83D'],
  ])('refuses %s', (_, text) => {
    expect(message(Text, text)).toEqual([
      'text that is not empty, without line breaks, control characters or spaces at its ends',
    ]);
  });

  test('takes long text in a moment, whether it fits or not', () => {
    const long = 'a '.repeat(500_000);
    expect(Text.safeParse(long).success).toBe(false);
    expect(Text.safeParse(`${long}b`).success).toBe(true);
  });
});

describe('RecordId', () => {
  test.each(['GX-0001', 'S-001', 'ABCDEFGH-123456'])('accepts %s', (id) => {
    expect(RecordId.parse(id)).toBe(id);
  });

  test.each([
    '',
    'GX',
    'GX-01',
    'gx-0001',
    'GX0001',
    'GX-0001 ',
    '-0001',
    'ABCDEFGHI-001',
    'GX-00a1',
    '../GX-0001',
    'GX-0001\n',
  ])('refuses %j', (id) => {
    expect(RecordId.safeParse(id).success).toBe(false);
  });
});

describe('WebAddress', () => {
  test.each([
    'https://example.org',
    'http://example.org/a?b=c#d',
    'https://xn--fsqu00a.example/路径',
    'http://192.0.2.1:8080/',
    'https://example.org/@name',
  ])('accepts %s', (address) => {
    expect(WebAddress.parse(address)).toBe(address);
  });

  test.each([
    '',
    'example.org',
    '//example.org',
    '/page',
    'http:example.org',
    'https://',
    'ftp://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    ' https://example.org/',
    'https://example.org/ ',
    'https://example.org/a b',
    'https://example.org/\npage',
    'https://name:password@example.org/',
    'https://example.org:99999/',
  ])('refuses %j with one message', (address) => {
    expect(message(WebAddress, address)).toEqual(['an absolute http or https address without spaces or a password']);
  });
});

describe('Text', () => {
  test.each(['A\u202Eb', 'A \u2066b', 'A\u001Bb', 'A\u0085b', 'A\u2028b', ' A', 'A\u00A0', '\uFEFFA', ''])(
    'refuses %j',
    (text) => {
      expect(Text.safeParse(text).success).toBe(false);
    },
  );

  test.each(['A', 'Кыргызстан', '吉尔吉斯斯坦', 'a\u200Fb', 'x 😀', '1\u202F200'])('takes %j', (text) => {
    expect(Text.parse(text)).toBe(text);
  });
});

describe('YesNoUnknown', () => {
  test.each([true, false, null])('keeps %s', (value) => {
    expect(YesNoUnknown.parse(value)).toBe(value);
  });

  test.each(['true', 'false', '', 'null', 0, 1, undefined, [], {}])('refuses %o', (value) => {
    expect(YesNoUnknown.safeParse(value).error?.issues[0]?.message).toBe('true, false or null');
  });
});

describe('CountryCode', () => {
  test('knows the 249 assigned codes, each once and in order', () => {
    expect(isoCountryCodes).toHaveLength(249);
    expect([...new Set(isoCountryCodes)].sort()).toEqual(isoCountryCodes);
    for (const code of isoCountryCodes) expect(CountryCode.parse(code)).toBe(code);
  });

  test.each(['', 'kz', 'KAZ', 'XK', 'ZZ', 'UK', 'SU', 'KZ '])('refuses %j', (code) => {
    expect(message(CountryCode, code)).toEqual(['an ISO 3166-1 alpha-2 country code, two capital letters']);
  });
});

describe('listOf', () => {
  const list = listOf(Text);

  test('keeps the order', () => {
    expect(list.parse(['b', 'a'])).toEqual(['b', 'a']);
    expect(list.parse([])).toEqual([]);
  });

  test('refuses a value that stands twice', () => {
    expect(list.safeParse(['a', 'b', 'a']).error?.issues[0]?.message).toBe('a list in which no value stands twice');
  });

  test.each(['a', null, { 0: 'a', length: 1 }])('refuses %o, which is no list', (value) => {
    expect(list.safeParse(value).success).toBe(false);
  });
});
