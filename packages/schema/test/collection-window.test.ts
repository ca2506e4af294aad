import { expect, test } from 'vitest';
import { collectionWindow } from '../src/index.ts';

test.each([
  [undefined, { from: null, to: 2026, incomplete: null }],
  [
    { from: null, to: null },
    { from: null, to: 2026, incomplete: null },
  ],
  [
    { from: '2003-05', to: '2025' },
    { from: 2003, to: 2025, incomplete: null },
  ],
  [
    { from: null, to: '2025-12' },
    { from: null, to: 2025, incomplete: null },
  ],
  [
    { from: null, to: '2025-12-31' },
    { from: null, to: 2025, incomplete: null },
  ],
  [
    { from: null, to: '2025-11' },
    { from: null, to: 2025, incomplete: 2025 },
  ],
  [
    { from: null, to: '2025-12-30' },
    { from: null, to: 2025, incomplete: 2025 },
  ],
])('the window of %o', (collected, window) => {
  expect(collectionWindow({ collected, year_published: 2026 })).toEqual(window);
});
