import { describe, expect, test } from 'vitest';
import { commentExamples, readmeExamples, runExample } from './run-example.ts';

describe('examples in comments', () => {
  const examples = commentExamples();

  test('are found in every file that exports a function or a schema', () => {
    expect(examples.map(([file]) => file)).toEqual(
      expect.arrayContaining(['canonical-json.ts', 'program.ts', 'source.ts']),
    );
  });

  test.each(examples)('%s', (_, code) => {
    expect(code).toContain('// => ');
    runExample(code);
  });
});

describe('examples in the README', () => {
  const examples = readmeExamples();

  test('are three', () => {
    expect(examples).toHaveLength(3);
  });

  test.each(examples)('%s', (_, code) => {
    expect(code).toContain('// => ');
    runExample(code);
  });
});

test('an example that is wrong is found', () => {
  expect(() => runExample('1 + 1 // => 3')).toThrow('2 !== 3');
});
