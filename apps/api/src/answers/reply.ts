/** An answer as a host sends it. */
export interface Reply {
  readonly status: number;
  /** Names and values in turn, which Node writes faster than a record of them. */
  readonly headers: readonly string[];
  /** Null where nothing follows the headers. */
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/** Headers as they are sent: names and values in turn. */
export function headerList(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flat();
}

/** The same headers by their names. */
export function headerRecord(headers: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (let at = 0; at < headers.length; at += 2) record[headers[at] ?? ''] = headers[at + 1] ?? '';
  return record;
}

/** A reply as the Fetch API has it. */
export function responseOf({ status, headers, body }: Reply): Response {
  return new Response(body, { status, headers: headerRecord(headers) });
}
