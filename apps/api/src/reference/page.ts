import type { Content } from '@govexport/http';
import { html, raw } from 'hono/html';
import type { Json } from './shared-schemas.ts';
import type { Snippet } from './snippets.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description: string;
  readonly schema: {
    readonly default?: unknown;
    readonly enum?: readonly string[];
    readonly items?: { enum?: string[] };
  };
}

interface Get {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<Record<string, { $ref?: string; description?: string }>>;
  readonly 'x-codeSamples'?: readonly Snippet[];
}

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; color: #1b1b1b; background: #fff }
code, pre { font: 0.875rem/1.4 ui-monospace, monospace }
pre { background: #f3f3f1; padding: 0.75rem; overflow-x: auto }
details { border-top: 1px solid #c9c9c4; padding: 0.5rem 0 }
summary { cursor: pointer; font-weight: 600 }
summary code { font-weight: 400 }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.5rem; border-bottom: 1px solid #e3e3df }
a { color: #0b57a4 }
@media (prefers-color-scheme: dark) {
  body { color: #ececec; background: #171717 }
  pre { background: #262626 }
  a { color: #8ab8ea }
  details, th, td { border-color: #444 }
}`;

/** The description as a page that needs no script; its one style is allowed by its hash. */
export async function referencePage(description: Json): Promise<Content> {
  const { info, paths } = description as {
    info: { title: string; description: string };
    paths: Record<string, { get: Get }>;
  };
  const entries = Object.entries(paths).map(([address, { get }]) => ({ address, get }));
  const tags = [...new Set(entries.flatMap(({ get }) => get.tags))];
  const body = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <h1>${info.title}</h1>
        <p>${info.description}</p>
        <p>For programs: <a href="/openapi.json">OpenAPI 3.1</a>. No key, no account.</p>
        ${tags.map((tag) =>
          section(
            tag,
            entries.filter(({ get }) => get.tags.includes(tag)),
          ),
        )}
      </body>
    </html>`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': await policy(),
    'referrer-policy': 'no-referrer',
  };
  return { body: String(body), headers };
}

async function policy(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

function section(tag: string, entries: readonly { address: string; get: Get }[]) {
  return html`<h2>${tag}</h2>
    ${entries.map(({ address, get }) => operation(address, get))}`;
}

function operation(address: string, get: Get) {
  return html`<details id="${get.operationId}">
    <summary><code>GET ${address}</code> ${get.summary}</summary>
    <p>${get.description}</p>
    ${get.parameters.length === 0 ? '' : parameterTable(get.parameters)}
    ${(get['x-codeSamples'] ?? []).map(
      ({ label, source }) =>
        html`<h4>${label}</h4>
          <pre>${source}</pre>`,
    )}
    <p>Answers: ${Object.keys(get.responses).join(', ')}.</p>
  </details> `;
}

function parameterTable(parameters: readonly Parameter[]) {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Parameter</th>
        <th scope="col">Meaning</th>
        <th scope="col">Allowed</th>
        <th scope="col">Not given</th>
      </tr>
    </thead>
    <tbody>
      ${parameters.map(
        ({ name, description, schema }) =>
          html`<tr>
            <td><code>${name}</code></td>
            <td>${description}</td>
            <td>${(schema.enum ?? schema.items?.enum ?? []).join(', ')}</td>
            <td>${shown(schema.default)}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
}

function shown(usual: unknown): string {
  return usual === undefined ? '' : JSON.stringify(usual);
}
