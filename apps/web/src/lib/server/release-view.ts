import { changesToMake, schemaChangeInWords, type Changes } from '@govexport/schema';
import { m } from '../generated/messages.js';
import { getLocale, localizeHref, type Locale } from '../generated/runtime.js';
import type { ShownText } from '../shown-text.ts';
import { correctionsByReason, type CorrectionsOfReason } from './corrections.ts';
import { shown } from './language/translate.ts';
import { hasRecordPages, plainTables, recordAddress } from './record-address.ts';

type Release = Changes['releases'][number];

const titles = new Map(plainTables.map(({ name, title }) => [name, title]));

/** A release in one sentence. */
export function releaseSummary(release: Release, locale: Locale = getLocale()): string {
  const { previous, added, corrected, merged, withdrawn, removed, schema, counts } = release;
  const records = counts.reduce((sum, { records: count }) => sum + count, 0);
  if (previous === null) return m.changes_first({ tables: counts.length, records }, { locale });
  return m.changes_summary(
    {
      ...{ previous, added: added.length, corrected: corrected.length, merged: merged.length },
      ...{ withdrawn: withdrawn.length + removed.length, schema: schema.length },
    },
    { locale },
  );
}

/** A name of a record, as a link where it has a page. */
interface Named {
  name: string;
  href: string | null;
}

/** What of a release belongs to one table. */
interface OfTable<Item> {
  table: ShownText;
  count: number;
  items: Item[];
}

/** What a page shows of a release. */
export function releaseView(release: Release) {
  const { version, previous, sha256, schema } = release;
  return {
    ...{ version, previous, sha256, summary: releaseSummary(release) },
    counts: release.counts.map(({ table, records }) => ({ table: titleOf(table), records })),
    toDo: changesToMake(schema).map(shown),
    newInSchema: schema.filter(({ change }) => change === 'added').map((change) => shown(schemaChangeInWords(change))),
    // Rows of tables without pages are counted; the file of the release names each.
    added: byTable(release.added, (table, rows) => (hasRecordPages(table) ? rows.map(nameOf) : [])),
    corrected: byTable(release.corrected, (table, rows) =>
      [...new Set(rows.map(({ record }) => record))].map((record): Named & { reasons: CorrectionsOfReason[] } => ({
        ...nameOf({ table, record }),
        reasons: correctionsByReason(
          table,
          rows.filter((one) => one.record === record),
        ),
      })),
    ),
    gone: byTable(
      [...release.merged, ...[...release.withdrawn, ...release.removed].map((one) => ({ ...one, into: null }))],
      (_, rows) =>
        rows.map(({ into, reason, ...place }) => ({
          ...(into === null ? { ...nameOf(place), href: null } : nameOf(place)),
          ...{ into, reason },
        })),
    ),
  };
}

function nameOf({ table, record }: { table: string; record: string }): Named {
  const address = recordAddress(table, record);
  return { name: record, href: address === null ? null : localizeHref(address) };
}

function titleOf(table: string): ShownText {
  return table === 'dataset' ? { text: m.changes_of_dataset(), lang: null } : shown(titles.get(table) ?? table);
}

/** What belongs to each table, in the order in which the tables come up. */
function byTable<Row extends { table: string }, Item>(
  rows: readonly Row[],
  itemsOf: (table: string, rows: readonly Row[]) => Item[],
): OfTable<Item>[] {
  return [...new Set(rows.map(({ table }) => table))].map((table) => {
    const own = rows.filter((row) => row.table === table);
    return { table: titleOf(table), count: own.length, items: itemsOf(table, own) };
  });
}
