/** The formats of answers: the ending of an address and the media type. */
export const formats = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const;

/** A format of an answer. */
export type Format = keyof typeof formats;

/** The formats that draw an answer. */
export const pictureFormats = ['svg', 'png'] as const;

/** A format that draws an answer. */
export type PictureFormat = (typeof pictureFormats)[number];

/** Every format. */
export const formatNames = Object.keys(formats) as Format[];

/** The formats that write an answer out. */
export const writtenFormats = formatNames.filter((format) => !isPicture(format));

/** Whether a format draws an answer. */
export function isPicture(format: Format): format is PictureFormat {
  return (pictureFormats as readonly Format[]).includes(format);
}

/** The format that the last part of an address ends in, and the part without it. */
export function splitFormat(text: string): { readonly stem: string; readonly format: Format | undefined } {
  const dot = text.lastIndexOf('.');
  const ending = text.slice(dot + 1);
  if (dot === -1 || !Object.hasOwn(formats, ending)) return { stem: text, format: undefined };
  return { stem: text.slice(0, dot), format: ending as Format };
}

/** What the header Content-Type says of a format. */
export function contentType(format: Format): string {
  if (format === 'csv') return 'text/csv; charset=utf-8; header=present';
  return formats[format];
}
