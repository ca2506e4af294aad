import type { Library } from './installed.ts';

interface Advisory {
  readonly title: string;
  readonly url: string;
  readonly severity: string;
}

/** What a registry knows against libraries: in sentences, or why nothing could be asked. */
export interface Advisories {
  readonly problems: readonly string[];
  readonly notAsked: string | null;
}

/** Asks a registry for advisories on libraries, in the one question that npm asks it too. */
export async function lookUpAdvisories(libraries: readonly Library[], registry: string): Promise<Advisories> {
  const versions = new Map<string, string[]>();
  for (const { name, version } of libraries) versions.set(name, [...(versions.get(name) ?? []), version]);
  const address = `${registry.replace(/\/$/, '')}/-/npm/v1/security/advisories/bulk`;
  const question = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(versions)),
    signal: AbortSignal.timeout(60_000),
  };
  try {
    const answer = await fetch(address, question);
    if (!answer.ok) return { problems: [], notAsked: `${address} answers ${answer.status}` };
    const found = (await answer.json()) as Readonly<Record<string, readonly Advisory[]>>;
    const problems = Object.entries(found).flatMap(([name, list]) =>
      list.map(({ severity, title, url }) => `${name}: ${title} (${severity}, ${url})`),
    );
    return { problems, notAsked: null };
  } catch (error) {
    return { problems: [], notAsked: `${address} does not answer (${(error as Error).message})` };
  }
}
