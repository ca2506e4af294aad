import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/import/values/read-date.ts';

/** Quarters, lists and days of the week as `start` or `start/end`, and the texts that give them. */
const read: readonly (readonly [date: string, texts: readonly string[]])[] = [
  ['2014-04/2014-06', ['Q2 2014', '2014 Q2', '2014-Q2', '2014Q2', 'Q2/2014', '2Q 2014', 'Second quarter of 2014']],
  ['2014-04/2014-06', ['2 кв. 2014', '2-й квартал 2014 г.', 'II квартал 2014', 'во втором квартале 2014 года']],
  ['2014-04/2014-06', ['2014年第二季度', '2014年二季度', '２０１４年第２季度', '2. Quartal 2014', '2e trimestre 2014']],
  ['2014-01/2014-06', ['H1 2014', 'first half of 2014', '1-е полугодие 2014 г.', '2014年上半年']],
  ['2014-10/2014-12', ['Q4 2014', 'четвёртый квартал 2014', '2014年第四季度']],
  ['2014-05-12/2014-05-16', ['12, 14 and 16 May 2014', 'May 12, 14 and 16, 2014', '12, 14 и 16 мая 2014 г.']],
  ['2014-05-12/2014-05-16', ['2014年5月12、14、16日', '12.05.2014, 14.05.2014, 16.05.2014', '2014-05-12\n2014-05-16']],
  [
    '2014-05-12/2014-06-03',
    ['12 May and 3 June 2014', '12 мая, 3 июня 2014', '2014年5月12日和6月3日', '12.05, 03.06.2014'],
  ],
  ['2014-05/2014-07', ['May, June and July 2014', 'май, июнь, июль 2014', '2014年5月、6月、7月']],
  [
    '2014-05-12',
    ['Monday, 12 May 2014', 'Mon May 12, 2014', '12 May 2014 (Monday)', '2014-05-12 Mon', 'пн 12.05.2014'],
  ],
  ['2014-05-12', ['понедельник, 12 мая 2014', '2014年5月12日（星期一）', '2014年5月12日周一', 'Montag, 12. Mai 2014']],
  ['2014-05-12/2014-05-16', ['Mon 12 - Fri 16 May 2014', 'Mon 12, Wed 14 and Fri 16 May 2014', 'пн-пт 12-16 мая 2014']],
];

const refused: readonly (readonly [what: string, texts: readonly string[]])[] = [
  ['a quarter without a year, or no part of it', ['Q2', 'Q5 2014', 'Q2 14', 'spring 2014', '上季度']],
  ['days that do not come one after the other', ['16, 14 May 2014', '12, 14 and 13 May 2014', '12, 12 May 2014']],
  [
    'a list with something else in it',
    ['12, 32 May 2014', '2014, 2015', '12 May, Beijing', '5/12/2014, 5/14/2014', ','],
  ],
  [
    'another day of the week',
    ['Tuesday 12 May 2014', '2014年5月12日（星期二）', 'вт-пт 12-16 мая 2014', 'Monday, May 2014'],
  ],
];

const spanOf = (date: string) => {
  const [start, end = null] = date.split('/');
  return { start, end };
};

describe('quarters, listed days and days of the week', () => {
  test.each(read.flatMap(([date, texts]) => texts.map((text) => [text, date] as const)))('%j is %s', (text, date) => {
    expect(readDate(text, [])).toEqual(spanOf(date));
    expect(readDate(text, [], 1999)).toEqual(spanOf(date));
  });

  test.each(refused.flatMap(([what, texts]) => texts.map((text) => [text, what] as const)))(
    '%j is refused: %s',
    (text) => {
      expect(readDate(text, [])).toBeNull();
    },
  );

  test.each([
    ['Q2', [], '2014-04/2014-06'],
    ['2 кв.', [], '2014-04/2014-06'],
    ['第二季度', [], '2014-04/2014-06'],
    ['12 и 14 мая', [], '2014-05-12/2014-05-14'],
    ['5月12、14、16日', [], '2014-05-12/2014-05-16'],
    ['Mon 12 May', [], '2014-05-12'],
    ['3/5, 3/7', ['MM/DD'], '2014-03-05/2014-03-07'],
  ])('%s by %j is %s in the year of another column', (text, formats, date) => {
    expect(readDate(text, formats, 2014)).toEqual(spanOf(date));
  });

  test('are read by formats too', () => {
    expect(readDate('3/5/2014, 3/7/2014', ['MM/DD/YYYY'])).toEqual(spanOf('2014-03-05/2014-03-07'));
    expect(readDate('Mon 5/12/2014', ['MM/DD/YYYY'])).toEqual(spanOf('2014-05-12'));
    expect(readDate('Tue 5/12/2014', ['MM/DD/YYYY'])).toBeNull();
  });
});
