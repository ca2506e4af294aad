import type { Changes } from '@govexport/schema';
import { m } from '../generated/messages.js';
import { getLocale, localizeHref, type Locale } from '../generated/runtime.js';
import { shown } from './language/translate.ts';
import { plainTables, recordAddress } from './record-address.ts';

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

/** What a page shows of a release. */
export function releaseView(release: Release) {
  const place = ({ table, record }: { table: string; record: string }) => {
    const address = recordAddress(table, record);
    return { name: `${table} ${record}`, href: address === null ? null : localizeHref(address) };
  };
  return {
    version: release.version,
    sha256: release.sha256,
    summary: releaseSummary(release),
    counts: release.counts.map(({ table, records }) => ({ table: shown(titles.get(table) ?? table), records })),
    schema: release.schema.map(({ table, field, change, was }) => ({
      name: field === null ? table : `${table}.${field}`,
      text: was === null ? change : `${change} (${was})`,
    })),
    added: release.added.map(place),
    corrected: release.corrected.map((one) => ({
      ...place(one),
      field: one.field,
      old: JSON.stringify(one.old),
      now: JSON.stringify(one.new),
      reason: one.reason,
    })),
    gone: [
      ...release.merged.map((one) => ({ ...place(one), text: `→ ${one.into}`, reason: one.reason })),
      ...[...release.withdrawn, ...release.removed].map((one) => ({ ...place(one), text: '', reason: one.reason })),
    ],
  };
}
