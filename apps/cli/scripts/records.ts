import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inAscii } from '@govexport/dataset/maintain';
import { openDataset, publishedChanges } from '@govexport/router/node';
import type { Plugin } from 'rolldown';

const bundled = /[\\/]dataset[\\/]dist[\\/]generated[\\/]bundle\.js$/;
const readPublishedFile = /[\\/]dataset[\\/]dist[\\/]read-published-file\.js$/;

/** The code of a module that reads what is written beside the built code. */
const reading = (code: string) => ({
  code: `import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';\n${code}`,
  moduleType: 'js' as const,
});

/**
 * Reads of the file of the dataset only the part that is asked for, whose start is known when the program is built. A file of
 * another size was altered since: it is read as a whole, so that `dataset verify` can name what differs.
 */
function partsRead(): string {
  let end = 1;
  const getters = Object.entries(openDataset()).map(([name, part]) => {
    const start = end + `${JSON.stringify(name)}:`.length;
    const { length } = inAscii(JSON.stringify(part));
    end = start + length + 1;
    return `get ${name}() { return read('${name}', ${start}, ${length}); }`;
  });
  return `
    const location = new URL('dataset.json', import.meta.url);
    function read(name, start, length) {
      const bytes = Buffer.allocUnsafe(length);
      const file = openSync(location);
      const isAltered = fstatSync(file).size !== ${end};
      if (!isAltered) readSync(file, bytes, 0, length, start);
      closeSync(file);
      return isAltered ? JSON.stringify(JSON.parse(readFileSync(location, 'utf8'))[name]) : bytes.toString('latin1');
    }
    export const bundle = { ${getters.join(', ')} };`;
}

/**
 * Puts the records into a file of their own beside the code, which is quicker to load than code, and beside them the history
 * of the dataset and the published statistics, with which `dataset verify` compares.
 */
export function records(): Plugin {
  return {
    name: 'records',
    load(id) {
      if (bundled.test(id)) return reading(partsRead());
      if (readPublishedFile.test(id))
        return reading(
          `export const readPublishedFile = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');`,
        );
      return null;
    },
    generateBundle() {
      const statistics = fileURLToPath(import.meta.resolve('@govexport/dataset/statistics.json'));
      this.emitFile({ type: 'asset', fileName: 'dataset.json', source: inAscii(JSON.stringify(openDataset())) });
      this.emitFile({ type: 'asset', fileName: 'statistics.json', source: readFileSync(statistics) });
      this.emitFile({ type: 'asset', fileName: 'changes.json', source: JSON.stringify(publishedChanges()) });
    },
  };
}
