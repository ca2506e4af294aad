import { describe, expect, test } from 'vitest';
import { commentExamples, readmeExamples, runExample } from './run-example.ts';

describe('examples in comments', () => {
  const examples = commentExamples();

  test('are found', () => {
    expect(examples.map(([file]) => file)).toEqual([
      'dataset-error.ts',
      'index.ts',
      'read-dataset-files.ts',
      'read-dataset.ts',
    ]);
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
