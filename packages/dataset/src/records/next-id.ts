import { tables, type RecordFile, type TableName } from '@govexport/schema';

/** The records of every table as they were read. */
export type ReadTables = Readonly<Record<TableName, readonly RecordFile[]>>;

const prefixes: Readonly<Record<'programs' | 'sources', string>> = { programs: 'GX', sources: 'S' };

/**
 * The id after the highest one that any table holds with the same letters; tables of merged and of withdrawn ids count
 * too, so that no id is used again.
 *
 * @param files - the records of every table, unchecked
 * @param table - whose id it is: programs begin with GX, sources with S, unless the table has other letters only
 * @example
 * nextId({ programs: [{ file: 'programs/GX-0009.json', value: { id: 'GX-0009' } }] }, 'programs') // => 'GX-0010'
 */
export function nextId(files: Partial<ReadTables>, table: 'programs' | 'sources'): string {
  const letters = lettersOf(idsOf(files[table] ?? []), prefixes[table]);
  const taken = tables.flatMap(({ name }) => idsOf(files[name] ?? [])).filter((id) => id.startsWith(`${letters}-`));
  const digits = taken.map((id) => id.slice(letters.length + 1));
  const highest = digits.reduce((most, one) => Math.max(most, Number(one)), 0);
  const width = digits.reduce((most, one) => Math.max(most, one.length), taken.length === 0 ? 4 : 3);
  return `${letters}-${String(highest + 1).padStart(width, '0')}`;
}

/** A record that cannot be read still has its file, which is named after its id. */
function idsOf(files: readonly RecordFile[]): string[] {
  return files.flatMap(({ file, value }) => {
    const own = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
    const named = /([^/]+)\.json$/.exec(file)?.[1];
    return [own, named].filter((id): id is string => typeof id === 'string' && /^[A-Z]{1,8}-\d+$/.test(id));
  });
}

function lettersOf(ids: readonly string[], preferred: string): string {
  const found = ids.map((id) => id.replace(/-\d+$/, ''));
  return found.length === 0 || found.includes(preferred) ? preferred : (found.at(-1) ?? preferred);
}
