import { describe, expect, it } from 'vitest';
import { hostHeaders } from '../scripts/static/host-headers.ts';
import { fileOf, leadingPage, withPolicy } from '../scripts/static/page-file.ts';
import { linksIn, pagesIn } from '../scripts/static/site-links.ts';

describe('files of a static host', () => {
  it('keep a page as the index of its folder and a file by its name', () => {
    expect(fileOf('/', 'text/html')).toBe('index.html');
    expect(fileOf('/ru', 'text/html')).toBe('ru/index.html');
    expect(fileOf('/charts/trend', 'text/html; charset=utf-8')).toBe('charts/trend/index.html');
    expect(fileOf('/charts/trend.svg', 'image/svg+xml')).toBe('charts/trend.svg');
  });

  it('hold the policy of a page, without what only a header can say', () => {
    const page = withPolicy('<head><meta charset="utf-8" /></head>', "default-src 'none'; frame-ancestors 'none'");
    expect(page).toContain(`<meta http-equiv="content-security-policy" content="default-src 'none'">`);
  });

  it('lead on where the server redirects', () => {
    expect(leadingPage('/explore?a=1&b="2"')).toContain('content="0; url=/explore?a=1&amp;b=&quot;2&quot;"');
  });

  it('are found by the links of pages, without choices and other sites', () => {
    const html = '<a href="/explore?q=a&amp;b=c#d"><img src="/ru/charts/trend.svg"><a href="https://example.org/x">';
    expect(linksIn(`${html}<a href="//example.org/y">`)).toEqual([
      '/explore',
      '/ru/charts/trend.svg',
      '/ru/charts/trend',
    ]);
    expect(pagesIn('<loc>https://example.org/ru/data</loc>')).toEqual(['/ru/data']);
  });

  it('come with headers by which pages stand in no frame while charts may', () => {
    const headers = new Headers({
      'content-security-policy': "frame-ancestors 'none'",
      'referrer-policy': 'same-origin',
    });
    const text = hostHeaders(headers, ['/', '/ru/data', '/ru/charts/trend', '/data/a.csv']);
    expect(text).toContain("/\n  content-security-policy: frame-ancestors 'none'\n");
    expect(text).toContain("/ru/data/*\n  content-security-policy: frame-ancestors 'none'\n");
    expect(text).toContain('/*\n  referrer-policy: same-origin\n');
    expect(text).not.toMatch(/charts\/\*\n {2}content-security-policy/);
    expect(text).not.toContain('a.csv');
  });
});
