import { readFileSync, statSync } from 'node:fs';
import { showValue } from '@govexport/schema';
import { printParseErrorCode, visit, type ParseErrorCode } from 'jsonc-parser';
import { LocationError } from './location-error.ts';
import { failure, NotReadable } from './not-readable.ts';
import { decoded } from './read-text.ts';

/**
 * The value of a JSON text. It is read more strictly than `JSON.parse` does: a name that stands twice in one object would
 * lose a value without a word.
 *
 * @throws NotReadable with line and column where it is not JSON or an object has a name twice, or where it is nested so
 * deeply that it cannot be read
 * @example
 * readJson('{ "id": "GX-0001" }') // => { id: 'GX-0001' }
 */
export function readJson(text: string): unknown {
  try {
    refuseFaults(text);
  } catch (error) {
    // The stack has an end; what a person writes does not come near it.
    if (error instanceof RangeError) throw new NotReadable('JSON nested too deeply');
    throw error;
  }
  return JSON.parse(text);
}

function refuseFaults(text: string): void {
  const names: Set<string>[] = [];
  visit(
    text,
    {
      onObjectBegin: () => void names.push(new Set()),
      onObjectEnd: () => void names.pop(),
      onObjectProperty: (name, ...[, , line, column]) => {
        const known = names.at(-1);
        if (known?.has(name) === true)
          throw new NotReadable(`JSON that names ${showValue(name)} twice (${location(line, column)})`);
        known?.add(name);
      },
      onError: (code, ...[, , line, column]) => {
        throw new NotReadable(`not JSON (${location(line, column)}: ${inWords(code)})`);
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
}

/** Counted from one, as editors count. */
function location(line: number, column: number): string {
  return `line ${line + 1}, column ${column + 1}`;
}

/** `CommaExpected` as words. */
function inWords(code: ParseErrorCode): string {
  return printParseErrorCode(code)
    .replaceAll(/\B[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase();
}

/**
 * The value of a JSON file that a person keeps beside a dataset.
 *
 * @param expected - what it should hold, for the sentence about a file that is none
 * @throws LocationError where it is no file, is not JSON, or an object has a name twice
 */
export function readJsonFile(path: string, expected: string): unknown {
  try {
    // Reading a pipe or a device would wait without end.
    if (!statSync(path).isFile()) throw new NotReadable('not a file');
    return readJson(decoded(readFileSync(path)));
  } catch (error) {
    throw new LocationError(`${path} is ${failure(error)}; expected ${expected}.`);
  }
}
