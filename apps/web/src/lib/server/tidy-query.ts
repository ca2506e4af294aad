import { fieldsIn, inputFields, readableQuery } from '@govexport/router';
import { dataset } from './caller.ts';
import type { InputSchema } from './form-fields.ts';

/**
 * A form sends every control, also the empty ones and those that hold their default. Returns the address without them,
 * or null where there is nothing to leave out. Repeated values of one list are joined by commas.
 */
export function tidyQuery(url: URL, schema: InputSchema): string | null {
  const fields = new Map(fieldsIn(inputFields(schema), dataset.meta).map((field) => [field.name, field]));
  const kept = [...new Set(url.searchParams.keys())].flatMap((name): [string, string][] => {
    const field = fields.get(name);
    const texts = url.searchParams.getAll(name);
    if (field?.kind === 'list') return isIdleList(texts, field.default) ? [] : [[name, texts.join(',')]];
    // A value given twice stays, so that the page which refuses it can show it.
    if (texts.length > 1) return texts.map((text) => [name, text]);
    return texts.filter((text) => !isIdle(text, field?.default)).map((text) => [name, text]);
  });
  const query = readableQuery(kept);
  if (query === url.search.slice(1).replaceAll('%2C', ',')) return null;
  return query === '' ? url.pathname : `${url.pathname}?${query}`;
}

/** An empty list says something only where another list is the default. */
function isIdleList(texts: readonly string[], defaultValue: unknown): boolean {
  return texts.join('') === '' && Array.isArray(defaultValue) && defaultValue.length === 0;
}

function isIdle(text: string, defaultValue: unknown): boolean {
  return (
    text === '' ||
    (defaultValue !== null &&
      defaultValue !== undefined &&
      (text === defaultValue || text === JSON.stringify(defaultValue)))
  );
}
