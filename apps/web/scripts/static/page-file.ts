/**
 * The file in which a static host looks for a path: a page is the index of its folder, which every host shows.
 *
 * @example
 * fileOf('/ru/explore', 'text/html') // => 'ru/explore/index.html'
 * fileOf('/charts/trend.svg', 'image/svg+xml') // => 'charts/trend.svg'
 */
export function fileOf(path: string, type: string): string {
  const name = decodeURIComponent(path).replace(/^\/|\/$/g, '');
  if (!type.startsWith('text/html')) return name;
  return name === '' ? 'index.html' : `${name}/index.html`;
}

/** A page with its policy inside, as a static host sends none. It cannot say there who may frame the page. */
export function withPolicy(html: string, policy: string): string {
  const inPage = policy
    .split('; ')
    .filter((rule) => !rule.startsWith('frame-ancestors'))
    .join('; ');
  return html.replace(
    /<meta charset="utf-8"[^>]*>/,
    (tag) => `${tag}\n    <meta http-equiv="content-security-policy" content="${inPage}">`,
  );
}

/** A page that leads on, where a server would redirect. */
export function leadingPage(address: string): string {
  const to = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${to}">
<link rel="canonical" href="${to}">
<title>${to}</title>
</head>
<body><p><a href="${to}">${to}</a></p></body>
</html>
`;
}
