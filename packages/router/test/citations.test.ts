import { loadDataset } from '@govexport/dataset';
import { citationOf } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { createCaller } from '../src/index.ts';
import { problem } from './problem.ts';

const dataset = loadDataset();
const caller = createCaller({ dataset });

describe('a citation', () => {
  it('of the dataset is the one of the schema package in each style', async () => {
    const { apa, bibtex, ris, csl } = citationOf(dataset);
    const styles = ['apa', 'bibtex', 'ris', 'csl-json'] as const;
    const texts = await Promise.all(styles.map(async (style) => (await caller.citations.dataset({ style })).text));
    expect(texts.slice(0, 3)).toEqual([apa, bibtex, ris]);
    expect(JSON.parse(texts[3] ?? '')).toEqual([csl]);
  });

  it('names the version, the hash and an access date only where it is given', async () => {
    const { text } = await caller.citations.dataset();
    expect(text).toContain(`Version ${dataset.meta.version}`);
    expect(text).toContain(dataset.sha256);
    expect(text).not.toContain('Retrieved');
    const read = await caller.citations.dataset({ accessed: '2026-11-24' });
    expect(read.text).toBe(`${text} Retrieved November 24, 2026.`);
    expect((await problem(caller.citations.dataset({ accessed: '2026-13' }))).detail).toBe(
      'accessed is "2026-13"; allowed is a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar.',
    );
  });

  it('of a record has its address, whatever its table', async () => {
    for (const [table, { id }] of [
      ['programs', dataset.programs[0]],
      ['transfers', dataset.transfers[0]],
      ['leads', dataset.leads[0]],
      ['institutions', dataset.institutions[0]],
    ] as [string, { id: string }][]) {
      const { text, address, records } = await caller.citations.record({ id });
      expect(text).toContain(`(Record ${id}). In `);
      expect([address, records]).toEqual([`/v1/${table}/${id}`, null]);
    }
    expect(await problem(caller.citations.record({ id: 'GX-9999' }))).toMatchObject({ status: 404 });
  });

  it('of a view is the same for the same selection, and counts its records', async () => {
    const view = await caller.citations.view({ query: 'to=2020&countries=KZ,KG&confidence=low&countries=KG' });
    const same = await caller.citations.view({ table: 'programs', query: 'countries=KG,KZ&to=2020' });
    expect(same).toEqual(view);
    expect(view.address).toBe('/v1/programs?to=2020&countries=KG,KZ');
    const { total } = await caller.programs.list({ countries: ['KG', 'KZ'], to: 2020, limit: 1 });
    expect(view.records).toBe(total);
    expect(view.text).toContain(`selection programs?to=2020&countries=KG,KZ, ${total ?? 0} records`);
    expect((await caller.citations.view({ table: 'leads' })).address).toBe('/v1/leads');
  });

  it('of a table with terms of its own names whom else to name', async () => {
    const { text, license } = await caller.citations.view({ table: 'indicators', query: 'country=KG' });
    expect(license.name).toBe('CC-BY-SA-4.0 AND ODC-By-1.0');
    expect(text).toMatch(/V-Dem.*AidData/);
  });

  it('of a view is refused as the list is', async () => {
    expect((await problem(caller.citations.view({ query: 'from=abc' }))).detail).toBe(
      'from is "abc"; allowed is a whole number from 1900 to 2100.',
    );
    expect((await problem(caller.citations.view({ query: 'limit=3' }))).detail).toMatch(/^limit is not an input/);
  });
});
