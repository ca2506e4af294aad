import { importPrograms } from '../src/import/import-into.ts';
import { parseMapping } from '../src/import/mapping.ts';
import { chunksOf, mapping } from './small-mapping.ts';

const header = 'Topic,Date,Country,Technology,Days,Link';

/** Imports lines below the header of the small mapping, with changes of the mapping and of what else is given. */
export function imported(lines: readonly string[], changes: object = {}, more: object = {}) {
  const text = [header, ...lines, ''].join('\n');
  const given = parseMapping('map.json', JSON.parse(JSON.stringify({ ...mapping, ...changes })));
  return importPrograms({
    source: { name: 'table.csv', chunks: chunksOf(text) },
    mapping: given,
    mapping_name: 'map.json',
    ...more,
  });
}
