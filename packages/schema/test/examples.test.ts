import { describe, expect, test } from 'vitest';
import { commentExamples, readmeExamples, runExample } from './run-example.ts';

describe('examples in comments', () => {
  const { files, code } = commentExamples();

  test('are found in every file that exports a function or a schema', () => {
    expect(files).toEqual(
      expect.arrayContaining(['canonical-json.ts', 'program.ts', 'source.ts', 'tables/transfers.ts']),
    );
  });

  test('check something, and hold', () => {
    for (const block of code.split('{ // ').slice(1)) expect(block).toContain('// => ');
    runExample(code);
  });
});

describe('examples in the README', () => {
  const examples = readmeExamples();

  test('are five', () => {
    expect(examples).toHaveLength(5);
  });

  test.each(examples)('%s', (_, code) => {
    expect(code).toContain('// => ');
    runExample(code);
  });
});

test('an example that is wrong is found', () => {
  expect(() => runExample('1 + 1 // => 3')).toThrow('2 !== 3');
});
