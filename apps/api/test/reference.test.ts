import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { publicAddresses } from '../src/addresses/index-page.ts';
import { ask } from './app.ts';

const { text, headers } = await ask('/reference');

describe('the reference page', () => {
  it('shows every address', () => {
    for (const address of publicAddresses) expect(text).toContain(`<code>GET ${address}</code>`);
  });

  it('runs no script and loads nothing, and its policy allows its one style only', () => {
    expect(text).not.toMatch(/<script|<link|<img|\son\w+=|@import|url\(/i);
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(text) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });

  it('is small', () => expect(text.length).toBeLessThan(400_000));
});
