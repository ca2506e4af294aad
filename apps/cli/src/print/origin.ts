import { canonicalJson } from '@govexport/schema';

interface Origin {
  readonly dataset: { readonly name: string; readonly version: string; readonly sha256: string };
  readonly input?: Readonly<Record<string, unknown>> & { readonly scope?: string };
}

/** Work on a folder that is no valid dataset has no origin to name. */
function hasOrigin(answer: unknown): answer is Origin {
  return typeof answer === 'object' && answer !== null && 'dataset' in answer && answer.dataset !== null;
}

/** Which dataset and which input an answer comes from, as a sentence; null where it names none. */
export function originOf(answer: unknown): string | null {
  if (!hasOrigin(answer)) return null;
  const { dataset, input } = answer;
  const origin = `Dataset ${dataset.name} ${dataset.version}, sha256 ${dataset.sha256.slice(0, 12)}`;
  if (input === undefined) return `${origin}.`;
  const { scope, ...others } = input;
  const filled = Object.entries(others).flatMap(([name, value]) => (name === 'total' ? [] : inputWords(name, value)));
  const scoped = scope === undefined ? '' : `scope ${scope}: `;
  return `${origin}; ${scoped}${filled.join(', ')}.`;
}

function inputWords(name: string, value: unknown): string[] {
  const words = name.replaceAll('_', ' ');
  if (value === null || value === false || (Array.isArray(value) && value.length === 0)) return [];
  if (value === true) return [words];
  if (Array.isArray(value)) return [`${words} ${value.join('+')}`];
  return [`${words} ${typeof value === 'string' ? value : canonicalJson(value)}`];
}
