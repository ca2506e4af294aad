import { PartialDate } from '@govexport/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/import/values/read-date.ts';

const seed = 20_221_124;

/** Dates and spans as `start` or `start/end`, and the texts that give them without a format. */
const unmistakable: readonly (readonly [date: string, texts: readonly string[]])[] = [
  [
    '2014',
    ['2014', '２０１４', '2014年', '2014 г.', '2014 год', '2014г', '2014.0', '二〇一四年', '二零一四年', ' 2014 '],
  ],
  ['2014-05', ['2014-05', '2014-5', '2014.05', '2014/05', '2014年5月', '2014 年 5 月', '2014年05月', '二〇一四年五月']],
  ['2014-05', ['05.2014', '5.2014', '05/2014', '5-2014', '５.２０１４']],
  ['2014-05', ['May 2014', 'MAY 2014', 'may, 2014', 'May-2014', '2014 May', 'in May 2014', 'Mai 2014', 'mai 2014']],
  ['2014-05', ['май 2014', 'Май 2014 г.', 'мая 2014', 'в мае 2014 года', 'май 2014г.', 'май, 2014']],
  [
    '2015-09',
    ['Sept. 2015', 'Sep 2015', 'September 2015', 'сент. 2015', 'сентябрь 2015', 'в сентябре 2015', '2015年9月'],
  ],
  ['2014-05-12', ['2014-05-12', '2014-5-12', '2014.05.12', '2014.5.12', '2014/05/12', '2014/5/12', '20140512']],
  [
    '2014-05-12',
    [
      '2014-05-12 00:00:00',
      '2014-05-12T00:00:00Z',
      '2014-05-12T00:00:00.000Z',
      '2014/5/12 0:00:00',
      '12.05.2014 00:00:00',
      '2014年5月12日 0:00',
      '2014-05-12 12:00:00 AM',
    ],
  ],
  ['2014-05-12', ['2014年5月12日', '2014年5月12号', '2014年05月12日', '２０１４年５月１２日', '二〇一四年五月十二日']],
  ['2014-05-12', ['12.05.2014', '12.5.2014', '12.05.2014 г.', '12. 05. 2014', '１２．０５．２０１４']],
  ['2014-05-12', ['12 May 2014', '12 may 2014', '12th May 2014', '12th of May 2014', '12-May-2014', '12.May.2014']],
  ['2014-05-12', ['May 12, 2014', 'May 12 2014', 'May 12th, 2014', '2014 May 12', '2014-May-12', '12 May, 2014']],
  [
    '2014-05-12',
    ['12 мая 2014', '12 мая 2014 г.', '12 мая 2014г.', '12 Мая 2014 года', '12-го мая 2014', '12. Mai 2014'],
  ],
  ['2014-03-01', ['1er mars 2014', '1. März 2014', '1 марта 2014', '1st March 2014', '1 Mar. 2014', '1 мар. 2014']],
  ['2014-08-02', ['2 août 2014', '2 августа 2014', 'Aug. 2, 2014', 'August 2nd, 2014', '2014年8月2日']],
  [
    '2018-05/2018-06',
    ['May-June 2018', 'May – June 2018', 'May to June 2018', 'May 2018 - June 2018', 'май-июнь 2018 г.'],
  ],
  [
    '2018-05/2018-06',
    ['2018年5—6月', '2018年5月-6月', '2018年5月至6月', '2018年五至六月', '05.2018-06.2018', '2018-05/2018-06'],
  ],
  ['2014-05-12/2014-05-20', ['12-20 May 2014', '12–20 May, 2014', 'May 12-20, 2014', 'from 12 to 20 May 2014']],
  ['2014-05-12/2014-05-20', ['12.05.2014-20.05.2014', '12.05.2014 – 20.05.2014', '12.05-20.05.2014', '12-20.05.2014']],
  ['2014-05-12/2014-05-20', ['12.05.-20.05.2014', '12.-20.05.2014', '12.-20. Mai 2014', 'du 12 au 20 mai 2014']],
  ['2014-05-12/2014-05-20', ['2014-05-12/2014-05-20', '2014-05-12 - 2014-05-20', '2014-05-12 to 2014-05-20']],
  [
    '2014-05-12/2014-05-20',
    ['2014.5.12-5.20', '2014.05.12-20', '2014/5/12-2014/5/20', '2014-05-12/20', '20140512-20140520'],
  ],
  [
    '2014-05-12/2014-05-20',
    ['2014年5月12日-20日', '2014年5月12—20日', '2014年5月12日至20日', '从2014年5月12日到5月20日'],
  ],
  [
    '2015-10-05/2015-10-09',
    ['5-9 октября 2015', '5–9 октября 2015 г.', 'с 5 по 9 октября 2015 года', '5 - 9 окт. 2015'],
  ],
  ['2014-05-12/2014-06-01', ['2014年5月12日至6月1日', '2014年5月12日—2014年6月1日', '12 May - 1 June 2014']],
  ['2014-05-12/2014-06-01', ['12 мая - 1 июня 2014', 'с 12 мая по 1 июня 2014 г.', 'May 12 – June 1, 2014']],
  ['2014-12-28/2015-01-05', ['28 December 2014 - 5 January 2015', 'с 28 декабря 2014 г. по 5 января 2015 г.']],
  [
    '2014-12-28/2015-01-05',
    ['2014年12月28日至2015年1月5日', '28.12.2014-05.01.2015', 'December 28, 2014 - January 5, 2015'],
  ],
  [
    '2014/2015',
    ['2014-2015', '2014–2015', '2014 - 2015', '2014-2015 гг.', '2014-2015年', '2014年至2015年', '2014 to 2015'],
  ],
];

const refused: readonly (readonly [what: string, texts: readonly string[]])[] = [
  ['slashes or hyphens in an open order', ['3/5/2014', '3/18/2014', '05/03/14', '12-05-2014', '3/5/2014-3/18/2014']],
  ['two digits of a year', ['05.03.14', 'Sep-15', 'May-14', "May '14", '12 May 14', '12-May-14']],
  ['no year', ['14-May', '5月12日', '12 мая', 'May', '12-20 May']],
  [
    'no date of the calendar',
    ['31.02.2014', '2014-02-29', '2014年13月', '13.2014', '31 апреля 2014', '2014-05-00', '20141301'],
  ],
  ['a year or a month', ['2010–12', '2010 - 12', '2010/11', '2014.1', '2014-15', '2014/15', '2014–5']],
  [
    'a span that ends before it starts',
    ['20-12 May 2014', '2015-2014', '28 December - 5 January 2015', 'June-May 2018'],
  ],
  [
    'less or more than a date',
    ['2014年5月上旬', 'осень 2015', 'с 12 мая 2014', '2014-05-12 14:30', '12 мая 2014, Пекин'],
  ],
  ['numbers of other kinds', ['41764', '201405', '1234', '0214', '2200', '20.0', '12', '2014.5.12.3']],
  ['no date', ['', ' ', '-', 'n/a', 'unknown', 'constructor', 'y', 'm', 'n.n.y', 'M05 2014 x', '不详']],
];

const spanOf = (date: string) => {
  const [start, end = null] = date.split('/');
  return { start, end };
};

describe('a date without a format', () => {
  test.each(unmistakable.flatMap(([date, texts]) => texts.map((text) => [text, date] as const)))(
    '%j is %s',
    (text, date) => {
      expect(readDate(text, [])).toEqual(spanOf(date));
      expect(readDate(text, [], 1999)).toEqual(spanOf(date));
    },
  );

  test.each(refused.flatMap(([what, texts]) => texts.map((text) => [text, what] as const)))(
    '%j is refused: %s',
    (text) => {
      expect(readDate(text, [])).toBeNull();
    },
  );

  test.each([
    ['14-May', '2014-05-14'],
    ['12 мая', '2014-05-12'],
    ['5月12日', '2014-05-12'],
    ['五月', '2014-05'],
    ['May', '2014-05'],
    ['12-20 May', '2014-05-12/2014-05-20'],
    ['с 5 по 9 октября', '2014-10-05/2014-10-09'],
    ['May-June', '2014-05/2014-06'],
    ['5月12日至6月1日', '2014-05-12/2014-06-01'],
    ['5—6月', '2014-05/2014-06'],
  ])('%s is %s in the year of another column', (text, date) => {
    expect(readDate(text, [], 2014)).toEqual(spanOf(date));
  });

  test.each(['May-14', '3/5', '05.12', '29 февраля', '31-Jun', '28 декабря - 5 января'])(
    '%s is refused with a year too',
    (text) => {
      expect(readDate(text, [], 2014)).toBeNull();
    },
  );
});

describe('a date by formats', () => {
  test.each([
    ['3/5/2014', ['MM/DD/YYYY'], '2014-03-05'],
    ['3/5/2014', ['DD/MM/YYYY'], '2014-05-03'],
    ['3/18/2014', ['DD/MM/YYYY', 'MM/DD/YYYY'], '2014-03-18'],
    ['3/5/2014-3/18/2014', ['MM/DD/YYYY'], '2014-03-05/2014-03-18'],
    ['3/5/2014 to 3/18/2014', ['MM/DD/YYYY'], '2014-03-05/2014-03-18'],
    ['12-05-2014 - 20-05-2014', ['DD-MM-YYYY'], '2014-05-12/2014-05-20'],
    ['12-05-2014', ['DD-MM-YYYY'], '2014-05-12'],
    ['Sep-15', ['MM/DD/YYYY', 'MMM-YY'], '2015-09'],
    ['May-June 2018', ['MM/DD/YYYY'], '2018-05/2018-06'],
    ['2016', ['MM/DD/YYYY'], '2016'],
    ['05.03.14', ['DD.MM.YY'], '2014-03-05'],
    ['41764', ['serial'], '2014-05-05'],
    ['2014–15', ['YYYY-YY'], null],
    ['25.12.2014', ['MM/DD/YYYY'], null],
    ['25.12.2014', ['MM.DD.YYYY'], null],
    ['25.12.2014', ['YYYY-MM-DD'], '2014-12-25'],
    ['3/18/2014-3/5/2014', ['MM/DD/YYYY'], null],
    ['3/5/2014', ['DD.MM.YYYY'], null],
  ])('%s by %j is %s', (text, formats, date) => {
    expect(readDate(text, formats)).toEqual(date === null ? null : spanOf(date));
  });

  test('without a year take it from another column', () => {
    expect(readDate('May-14', ['MMM-DD'], 2015)).toEqual(spanOf('2015-05-14'));
    expect(readDate('3/5', ['MM/DD'], 2015)).toEqual(spanOf('2015-03-05'));
    expect(readDate('3/5', ['MM/DD'])).toBeNull();
  });
});

const dates = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000));
const isoOf = (date: Date) => date.toISOString().slice(0, 10);

/** How languages write a date out, by Unicode and not by our lists. */
const writers = (['en-US', 'en-GB', 'ru-RU', 'zh-CN', 'de-DE', 'fr-FR'] as const).flatMap((locale) =>
  (['long', 'short'] as const).flatMap((month) =>
    ([{}, { weekday: 'long' }] as const).map(
      (more) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month, day: 'numeric', ...more }),
    ),
  ),
);

describe('any day', () => {
  test('is read as six languages write it', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...writers), (date, writer) => {
        expect([writer.format(date), readDate(writer.format(date), [])]).toEqual([
          writer.format(date),
          { start: isoOf(date), end: null },
        ]);
      }),
      { seed, numRuns: 1000 },
    );
  });

  test('makes a span with a later day, and none with an earlier one', () => {
    fc.assert(
      fc.property(dates, dates, fc.constantFrom('-', ' – ', ' - ', ' to ', '至'), (a, b, joiner) => {
        const [start, end] = [isoOf(a), isoOf(b)];
        expect(readDate(`${start}${joiner}${end}`, [])).toEqual(start <= end ? { start, end } : null);
      }),
      { seed },
    );
  });
});

test('any text gives null or dates of the calendar in order', () => {
  for (const long of ['- ', '二']) expect(readDate(long.repeat(16_000), [])).toBeNull();
  const pieces = fc.constantFrom(...'2014 12 5 31 . - / May мая 年 月 日 至 to 五 , Q2 Mon'.split(' '), ' ');
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 8 }).map((some) => some.join('')),
  );
  const formats = fc.subarray(['DD.MM.YYYY', 'MM/DD/YY', 'MMM-YY', 'DD-MMM', 'serial']);
  fc.assert(
    fc.property(texts, formats, fc.constantFrom(null, 2014), (text, some, year) => {
      const span = readDate(text, some, year);
      if (span === null) return;
      const { start, end } = span;
      for (const date of [start, end ?? start]) expect(PartialDate.safeParse(date).success).toBe(true);
      if (end !== null) expect(start.slice(0, end.length) <= end.slice(0, start.length)).toBe(true);
    }),
    { seed, numRuns: 3000 },
  );
});
