import { posix } from 'node:path';
import { marked, type Token } from 'marked';
import type { Tarball } from './tarball.ts';

/** What keeps a README from standing alone: no way to install, or a link to a file that is not in the package. */
export function readmeProblems({ manifest, files }: Tarball): string[] {
  const text = String(files.get('README.md') ?? '');
  const tokens = marked.lexer(text);
  const installs = new RegExp(`(npm (install|i)|npx) .*${manifest.name}`).test(text);
  const links: string[] = [];
  void marked.walkTokens(tokens, (token) => void links.push(...hrefOf(token)));
  return [
    ...(tokens.some((token) => token.type === 'heading' && 'depth' in token && token.depth === 1)
      ? []
      : ['README.md has no title; expected a line with # and the title']),
    ...(installs ? [] : [`README.md does not say how to install it; expected npm install ${manifest.name}`]),
    ...links
      .filter((href) => !/^([a-z]+:|#)/.test(href) && !files.has(posix.normalize(href.replace(/#.*$/, ''))))
      .map((href) => `README.md leads to ${href}; expected an address or a file of the package`),
  ];
}

function hrefOf(token: Token): string[] {
  return (token.type === 'link' || token.type === 'image') && 'href' in token ? [String(token.href)] : [];
}
