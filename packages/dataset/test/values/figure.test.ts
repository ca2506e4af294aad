import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsAfter, wordsBefore } from '../../src/import/values/figure-words.ts';
import { readFigure, type Figure } from '../../src/import/values/figure.ts';

const seed = 20_221_124;

const exactly = (value: number): Figure => ({ value, low: value, high: value, approximate: false });
const least = (value: number): Figure => ({ value, low: value, high: null, approximate: true });
const most = (value: number): Figure => ({ value, low: null, high: value, approximate: true });
const about = (value: number): Figure => ({ value, low: null, high: null, approximate: true });
const range = (low: number, high: number): Figure => ({ value: null, low, high, approximate: true });

const cases: readonly (readonly [what: string, figure: Figure | null, texts: readonly string[]])[] = [
  [
    '20',
    exactly(20),
    ['20', ' 20 ', '２０', '20.0', '20,00', '二十', '廿', '贰拾', '20人', '20 чел.', '20чел', '20 Человек'],
  ],
  [
    '20',
    exactly(20),
    ['20 persons', '20 Officials', '20 (officials)', '20 participants.', '20名学员', '二十名', '20位官员'],
  ],
  ['20', exactly(20), ['20 Teilnehmer', '20 personnes', '20 слушателей', '20 участников', '20 police officers']],
  [
    '20',
    exactly(20),
    [
      'participants: 20',
      'участников: 20',
      'человек: 20',
      'n=20',
      '人数：20',
      '共20人',
      'всего 20 чел.',
      'in total 20',
      '一行20人',
    ],
  ],
  [
    '1200',
    exactly(1200),
    ['1,200', '1 200', '1\u00a0200', '1\u202f200', '1\u2009200', '1.200', "1'200", '1’200', '１，２００'],
  ],
  ['1200', exactly(1200), ['1200', '1,200.00', '1.200,00', '一千二百', '1 200 чел.']],
  ['millions', exactly(1_200_300), ['1,200,300', '1 200 300', '1.200.300', '一百二十万零三百']],
  ['more in Chinese', exactly(120), ['一百二十', '壹佰贰拾', '一百二十人']],
  ['a gap in Chinese', exactly(1005), ['一千零五', '一千〇五人']],
  ['at least 20', least(20), ['20+', '20 +', '20+ чел.', '>20', '> 20', '＞20', '≥20', '>=20', '⩾20', '20 or more']],
  [
    'at least 20',
    least(20),
    ['over 20', 'more than 20 people', 'More than 20', 'at least 20', 'min. 20', 'no less than 20'],
  ],
  [
    'at least 20',
    least(20),
    ['более 20', 'свыше 20 чел.', 'не менее 20', 'более чем 20', '20 и более', '20 с лишним', 'от 20'],
  ],
  [
    'at least 20',
    least(20),
    ['20余', '20余人', '二十余人', '20多名学员', '二十多', '二十几人', '超过20', '逾20人', '20人以上', '不少于20人'],
  ],
  ['at least 20', least(20), ['mehr als 20', 'mindestens 20 Personen', 'plus de 20', 'au moins 20 personnes']],
  ['at least 200', least(200), ['两百多', '二百余人', 'more than 200']],
  ['at least 1000', least(1000), ['千余', '千余人', '一千多人', 'более 1 000']],
  [
    'at most 20',
    most(20),
    ['<20', '≤20', '<= 20', 'up to 20', 'nearly 20', 'almost 20 people', 'under 20', 'less than 20'],
  ],
  [
    'at most 20',
    most(20),
    ['до 20', 'до 20 чел.', 'почти 20', 'менее 20', 'не более 20', 'менее чем 20', '20 or fewer'],
  ],
  [
    'at most 20',
    most(20),
    ['近20', '近20人', '不足20', '将近二十人', '20人以内', '不超过20人', 'knapp 20', 'bis zu 20', 'près de 20'],
  ],
  [
    'about 30',
    about(30),
    [
      'около 30',
      'Около 30 чел.',
      'примерно 30',
      'порядка 30 человек',
      'человек 30',
      'около 30-ти',
      '30 чел. (примерно)',
    ],
  ],
  [
    'about 30',
    about(30),
    ['~30', '～30', '≈30', 'c. 30', 'ca. 30', 'circa 30', 'about 30', 'approx. 30', 'some 30 officials'],
  ],
  [
    'about 30',
    about(30),
    ['约30', '约30人', '大约三十人', '30左右', '30人左右', '30来人', 'rund 30', 'environ 30 personnes'],
  ],
  ['in thousands', about(2000), ['2 тыс.', '2 тыс. чел.', '2千', '2 thousand', 'около 2 тыс.']],
  ['in thousands', about(15_000), ['1.5万', '1,5万人', '15 тысяч']],
  [
    '25 to 30',
    range(25, 30),
    ['25-30', '25–30', '25—30', '25 - 30', '25~30', '25～30人', 'от 25 до 30', '25 to 30', '25 до 30'],
  ],
  [
    '25 to 30',
    range(25, 30),
    ['25至30人', '25人至30人', '25到30', 'between 25 and 30', 'между 25 и 30', 'около 25-30 чел.'],
  ],
  [
    '25 to 30',
    range(25, 30),
    ['25 bis 30', 'de 25 à 30', 'from 25 to 30', '25-30 participants', '二十五至三十人', '25-30人不等'],
  ],
  ['neighbours in Chinese', range(20, 30), ['二三十人', '二三十']],
  ['neighbours in Chinese', range(200, 300), ['两三百人']],
  [
    'decimals and other groups',
    null,
    ['1,2', '12,50', '1.25', '12.5', '0,200', '1,20,000', '1,200 300', '12 50', '1200,300'],
  ],
  ['marks of notes', null, ['20²', '20①', '20*', '20?', '[20]']],
  ['sums and lists', null, ['20 (15+5)', '20+5', '20/25', '20, 25', '20 and 30', '20 30', '20 x 2', '2 groups of 20']],
  ['attendances and other units', null, ['100人次', '20 days', '20%', '$20', '20 countries', '20期']],
  [
    'ranges that leave a number open',
    null,
    ['2-3千', '2-3 тыс.', '二至三十人', '30-25', '20-', '-20', 'между 20', 'с 20'],
  ],
  ['contradictions', null, ['more than 20, up to 30', 'up to 20+', '超过20以下']],
  ['dates', null, ['12.05.2014', '2014-05-12', 'May 20', '5月20日']],
  ['no number', null, ['', ' ', 'many', '多名', '数十人', '几十人', 'n/a', '-', 'человек', '人', '余', 'twenty', '05']],
];

describe('a figure', () => {
  test.each(cases.flatMap(([what, figure, texts]) => texts.map((text) => [text, what, figure] as const)))(
    '%j is %s',
    (text, _, figure) => {
      expect(readFigure(text)).toEqual(figure);
    },
  );

  test('is the same whatever neutral word stands around it', () => {
    for (const word of wordsAfter.nothing) expect([word, readFigure(`20 ${word}`)]).toEqual([word, exactly(20)]);
    for (const word of wordsBefore.nothing) expect([word, readFigure(`${word} 20`)]).toEqual([word, exactly(20)]);
  });

  test('reads every word of its lists as one thing', () => {
    for (const words of [wordsBefore, wordsAfter]) {
      const all = Object.values(words).flat();
      expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
    }
    for (const word of wordsBefore.least) expect([word, readFigure(`${word} 20`)]).toEqual([word, least(20)]);
    for (const word of wordsBefore.most) expect([word, readFigure(`${word} 20`)]).toEqual([word, most(20)]);
    for (const word of wordsBefore.about) expect([word, readFigure(`${word} 20`)]).toEqual([word, about(20)]);
    for (const word of wordsAfter.least) expect([word, readFigure(`20 ${word}`)]).toEqual([word, least(20)]);
    for (const word of wordsAfter.most) expect([word, readFigure(`20 ${word}`)]).toEqual([word, most(20)]);
    for (const word of wordsAfter.about) expect([word, readFigure(`20 ${word}`)]).toEqual([word, about(20)]);
  });
});

describe('any number', () => {
  const numbers = fc.integer({ min: 1, max: 999_999_999 });

  test('is read from every way of grouping it', () => {
    const formats = ['en-US', 'de-DE', 'ru-RU', 'fr-FR', 'de-CH'].map((locale) => new Intl.NumberFormat(locale));
    fc.assert(
      fc.property(numbers, fc.constantFrom(...formats), (number, format) => {
        expect(readFigure(format.format(number))).toEqual(exactly(number));
      }),
      { seed },
    );
  });

  test('is read with another one as a range in their order, and in no other', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.constantFrom('-', '–', ' — ', '~', ' to ', '至', ' до '), (a, b, joiner) => {
        expect(readFigure(`${a}${joiner}${b}`)).toEqual(a <= b ? range(a, b) : null);
      }),
      { seed },
    );
  });

  test('is never read from decimals', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom('.', ','), fc.integer({ min: 1, max: 99 }), (number, mark, decimals) => {
        expect(readFigure(`${number}${mark}${decimals}`)).toBeNull();
      }),
      { seed },
    );
  });
});

test('any text gives null or bounds in order, around the value', () => {
  const pieces = fc.constantFrom(
    '20',
    '30',
    '1,200',
    ' ',
    '-',
    '+',
    '>',
    '人',
    '余',
    '二十',
    'до',
    'от',
    '.',
    '(',
    ')',
    '²',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 6 }).map((some) => some.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const figure = readFigure(text);
      if (figure === null) return;
      const known = [figure.low, figure.value, figure.high].filter((number) => number !== null);
      expect(known.length).toBeGreaterThan(0);
      expect(known).toEqual([...known].sort((a, b) => a - b));
      expect(figure.approximate).toBe(known.length < 3);
    }),
    { seed, numRuns: 2000 },
  );
});
