import { describe, expect, it } from 'vitest';
import { parseMapping } from '../src/import/mapping.ts';
import { proposeMapping } from '../src/import/propose-mapping.ts';
import { openSheet } from '../src/import/sheet/sheet.ts';
import { findTable } from '../src/import/sheet/table.ts';
import { chunksOf } from './small-mapping.ts';

describe('a proposed mapping', () => {
  const proposed = async (text: string, year: number | null = 2026) =>
    proposeMapping(
      'our tracker.csv',
      await findTable(await openSheet({ name: 't', chunks: chunksOf(text) }), []),
      year,
    );

  it.each([
    [
      'Start,End,Countries,Topic,Host,City,Participants,Link,Publisher\n3/25/2014,,KZ,A,B,C,20,https://example.org/1,N\n',
      'en',
    ],
    [
      'Дата начала;Дата окончания;Страны-участницы;Тема курса;Принимающая организация (условная);Город;Кол-во участников;Ссылка;Издание\n05.03.2014;;Казахстан;A;Б;В;20;https://example.org/1;Н\n',
      'ru',
    ],
    [
      '开始日期,结束日期,参加国,研修班名称,承办单位(虚构),城市,人数,链接,来源\n2014年5月,2014年6月,哈萨克斯坦,甲,乙,丙,20,https://example.org/1,丁\n',
      'zh',
    ],
  ])('gives the columns of %j to their fields', async (text, language) => {
    const { mapping: made } = await proposed(text);
    const columns = (text.split('\n')[0] ?? '').split(/[;,]/);
    const [start, , countries, title, host, cities, participants, url, publisher] = columns;
    expect(made).toMatchObject({
      programs: {
        start: { column: start },
        countries: { column: countries },
        title: { column: title },
        host_institution: { column: host },
        host_cities: { column: cities },
        participants: { column: participants },
        venue: { constant: 'unknown' },
      },
      sources: { url: { column: url }, publisher: { column: publisher }, language: { constant: language } },
    });
  });

  it('sees how dates are written, also by what another column shows of their order', async () => {
    const { mapping: made } = await proposed(
      'Start,End,Seen\n3/5/2014,3/18/2014,41764\nSep-15,,4/2/2020\n05.03.14,,\n',
    );
    expect(made).toMatchObject({
      programs: { start: { dates: ['MM/DD/YYYY', 'MMM-YY', 'DD.MM.YY'] }, end: { dates: ['MM/DD/YYYY'] } },
      sources: { accessed: { dates: ['MM/DD/YYYY', 'serial'] } },
    });
  });

  it('sees columns of states, the order of dates, words for unknown, and what a person must fill in', async () => {
    const { mapping: made, fields } = await proposed(
      'Start,KZ,KG,Topic,Where found,Rating\n3/25/2014,x,,A,https://example.org/1,?\n4/1/2015,,x,B,https://example.org/2,4\n',
    );
    expect(made).toMatchObject({
      unknown: ['?'],
      ignored_columns: ['Rating'],
      programs: {
        start: { column: 'Start', dates: ['MM/DD/YYYY'] },
        countries: { columns: { KZ: 'KZ', KG: 'KG' } },
        domain: { column: '' },
      },
      sources: { url: { column: 'Where found' } },
    });
    expect(fields.filter(({ by }) => by === 'to fill in').map(({ field }) => field)).toEqual([
      'license',
      'creators',
      'senders',
      'domain',
      'accessed',
    ]);
    expect(() => parseMapping('map.json', made)).toThrow('programs.domain.column is ""; expected the name of a column');
  });

  it('asks for the venue only where the table tells it, and says nothing of a dataset that a folder tells of', async () => {
    const scopeOf = async (text: string) => (await proposed(text)).mapping['dataset'];
    expect(await scopeOf('Start,Topic\n2014,A\n')).toMatchObject({ scopes: { default: { venues: [] } } });
    const venues = ['in_sender', 'hybrid'];
    expect(await scopeOf('Start,Venue\n2014,online\n')).toMatchObject({ scopes: { default: { venues } } });
    const { mapping: made, fields } = await proposed('Start,Topic\n2014,A\n', null);
    expect(made).not.toHaveProperty('dataset');
    expect(fields.some(({ table }) => table === 'dataset')).toBe(false);
  });
});
