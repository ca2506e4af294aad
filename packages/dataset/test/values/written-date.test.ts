import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excelSerial } from '../../src/import/values/excel-serial.ts';
import { orderOfSlashes } from '../../src/import/values/order-of-slashes.ts';
import { dateFormat, readWrittenDate } from '../../src/import/values/written-date.ts';

describe('a format', () => {
  test.each([
    'YYYY',
    'DD.MM.YYYY',
    'MM/DD/YY',
    'MMM-YY',
    'DD MMMM YYYY',
    'YYYY年MM月DD日',
    'YYYYMMDD',
    'DD-MMM',
    'YYYY г.',
    'serial',
  ])('%s is one', (format) => {
    expect(dateFormat.safeParse(format).success).toBe(true);
  });

  test.each([
    '',
    'today',
    'DD.YYYY',
    'DD',
    'MM',
    'YYYY-YYYY',
    'YYYY YY',
    'MM.MMM.YYYY',
    'dd.mm.yyyy',
    'DD.MM.YYY',
    'D.M.YYYY',
    'YYYYY',
  ])('%j is none', (format) => {
    expect(dateFormat.safeParse(format).success).toBe(false);
  });

  test.each([
    ['31.5.2014', 'DD.MM.YYYY', '2014-05-31'],
    ['３１．５．２０１４', 'DD.MM.YYYY', '2014-05-31'],
    ['5/31/2014', 'MM/DD/YYYY', '2014-05-31'],
    ['20140531', 'YYYYMMDD', '2014-05-31'],
    ['31/12/69', 'DD/MM/YY', '2069-12-31'],
    ['31/12/70', 'DD/MM/YY', '1970-12-31'],
    ['01/01/00', 'DD/MM/YY', '2000-01-01'],
    ['Sept. 15', 'MMM YY', '2015-09'],
    ['Sep-15', 'MMM-YY', '2015-09'],
    ['31 мая 2014 г.', 'DD MMM YYYY', '2014-05-31'],
    ['31 мая 2014', 'DD MMMM YYYY г.', '2014-05-31'],
    ['Май 2014 года', 'MMM YYYY', '2014-05'],
    ['в июне 2014', 'в MMM YYYY', '2014-06'],
    ['2014年五月', 'YYYY年MMM', '2014-05'],
    ['2014年5月31号', 'YYYY年MM月DD日', '2014-05-31'],
    ['二〇一四年十二月三十一日', 'YYYY年MM月DD日', '2014-12-31'],
    ['Week of 5/31/2014', 'Week of MM/DD/YYYY', '2014-05-31'],
    ['Summer 2014', 'Summer YYYY', '2014'],
    ['41764', 'serial', '2014-05-05'],
    ['31x5x2014', 'DD.MM.YYYY', null],
    ['31.2.2014', 'DD.MM.YYYY', null],
    ['2014-13', 'YYYY-MM', null],
    ['Foo 2014', 'MMM YYYY', null],
    ['May 2014 x', 'MMM YYYY', null],
    ['14-May', 'DD-MMM', null],
    ['2014', 'serial', null],
  ])('%s written as %s is %s', (text, format, date) => {
    expect(readWrittenDate(text, format)).toBe(date);
  });

  test('without a year takes it from elsewhere, and a written year stands', () => {
    expect(readWrittenDate('14-May', 'DD-MMM', 2014)).toBe('2014-05-14');
    expect(readWrittenDate('29.02', 'DD.MM', 2014)).toBeNull();
    expect(readWrittenDate('14-May-15', 'DD-MMM-YY', 2014)).toBe('2015-05-14');
  });

  test('reads the months of Russian in every case', () => {
    const cases = ['ь я ю е ем', ' а у е ом'].map((endings) => endings.split(' '));
    const stems = [
      'январ',
      'феврал',
      'март',
      'апрел',
      'ма',
      'июн',
      'июл',
      'август',
      'сентябр',
      'октябр',
      'ноябр',
      'декабр',
    ];
    for (const [index, stem] of stems.entries()) {
      const endings = stem === 'ма' ? ['й', 'я', 'ю', 'е', 'ем'] : cases[/т$/.test(stem) ? 1 : 0];
      const month = `2014-${String(index + 1).padStart(2, '0')}`;
      const name = index === 0 ? `${stem}ём` : undefined;
      for (const word of [...(endings ?? []).map((ending) => stem + ending), ...(name === undefined ? [] : [name])]) {
        expect([word, readWrittenDate(`${word} 2014`, 'MMM YYYY')]).toEqual([word, month]);
      }
    }
  });
});

describe('the order of days and months in a column', () => {
  test.each([
    [['3/5/2014', '3/18/2014', 'May 2014', ''], 'MM/DD/YYYY'],
    [['05.03.14', '18.03.14'], 'DD/MM/YYYY'],
    [['13-01-2014 - 15-01-2014'], 'DD/MM/YYYY'],
    [['1/2/2014 – 1/13/2014'], 'MM/DD/YYYY'],
    [['3/5/2014', '１/１/２０１４'], 'either'],
    [['29/02/2014'], null],
    [['13/1/2014', '1/13/2014'], null],
    [['13/13/2014'], null],
    [['2014', '2014-05-31', 'May 2014', '3/5', '1/2.2014'], null],
    [[], null],
  ])('of %j is %s', (texts, order) => {
    expect(orderOfSlashes(texts)).toBe(order);
  });
});

describe('a serial number', () => {
  test('is a day of Excel, whose day 25569 began 1970; no number outside of the allowed ones is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 60_000 }), (serial) => {
        expect(excelSerial(String(serial))).toBe(new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10));
      }),
      { seed: 20_221_124 },
    );
    for (const text of ['19999', '60001', '2014', '41764.5', '041764', '-41764', '4 1764', '']) {
      expect(excelSerial(text)).toBeNull();
    }
    expect(excelSerial('41764')).toBe('2014-05-05');
    expect(excelSerial('４１７６４')).toBe('2014-05-05');
    expect(excelSerial('41764.0')).toBe('2014-05-05');
  });
});
