import type { Content } from '@govexport/http';
import { html, raw } from 'hono/html';
import type { CodeSample } from './code-samples.ts';
import type { Json } from './schemas.ts';

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

/** A parameter that several operations have, by its place below `components`. */
interface Reference {
  readonly $ref: string;
}

interface Get {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters: readonly (Parameter | Reference)[];
  readonly responses: Readonly<Record<string, { $ref?: string; description?: string }>>;
  readonly 'x-codeSamples'?: readonly CodeSample[];
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
  const { info, paths, components } = description as {
    info: { title: string; description: string };
    paths: Record<string, { get: Get }>;
    components: { parameters: Record<string, Parameter> };
  };
  const parametersOf = ({ parameters }: Get): Parameter[] =>
    parameters.flatMap((one) =>
      '$ref' in one ? (components.parameters[one.$ref.split('/').at(-1) ?? ''] ?? []) : one,
    );
  const entries = Object.entries(paths).map(([address, { get }]) => ({
    address,
    get,
    parameters: parametersOf(get),
  }));
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

/** An operation of the description, its parameters resolved. */
interface Entry {
  readonly address: string;
  readonly get: Get;
  readonly parameters: readonly Parameter[];
}

function section(tag: string, entries: readonly Entry[]) {
  return html`<h2>${tag}</h2>
    ${entries.map(operation)}`;
}

function operation({ address, get, parameters }: Entry) {
  return html`<details id="${get.operationId}">
    <summary><code>GET ${address}</code> ${get.summary}</summary>
    <p>${get.description}</p>
    ${parameters.length === 0 ? '' : parameterTable(parameters)}
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

function shown(defaultValue: unknown): string {
  return defaultValue === undefined ? '' : JSON.stringify(defaultValue);
}
