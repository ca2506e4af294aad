import { expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { dataset } from './app.ts';

const cited = async (origin: string, meta: object = {}) => {
  const { fetch } = createApp({ dataset: { ...dataset, meta: { ...dataset.meta, ...meta } } }, { origin });
  const answer = await fetch(new Request('http://localhost/v1/citation/GX-0001?style=ris'));
  const { text } = (await answer.json()) as { text: string };
  return /^UR {2}- (.*)$/m.exec(text)?.[1];
};

it('a citation names where the API is served, unless the dataset has an address or nobody else reaches the server', async () => {
  expect(await cited('https://api.example.org')).toBe('https://api.example.org/');
  expect(await cited('http://127.0.0.1:8787')).toBeUndefined();
  expect(await cited('https://api.example.org', { url: 'https://data.example.org/a' })).toBe(
    'https://data.example.org/a',
  );
  expect(await cited('https://api.example.org', { doi: '10.5281/zenodo.1' })).toBe('https://doi.org/10.5281/zenodo.1');
});
