/** Formats of an answer. */
export const formats = ['table', 'json', 'csv'] as const;

/** Format of an answer. */
export type Format = (typeof formats)[number] | 'md';

/** An option that every command takes. */
export interface GlobalOption {
  readonly name: string;
  readonly short: string | null;
  /** What stands for its value in the help; null where it takes none. */
  readonly placeholder: string | null;
  readonly description: string;
}

/** The options that every command takes. */
export const globalOptions: readonly GlobalOption[] = [
  {
    name: 'format',
    short: null,
    placeholder: 'FORMAT',
    description:
      'One of table, json, csv. table: text for people. json: the whole answer in canonical JSON. csv: one table as in RFC 4180 with LF line ends, numbers unrounded, unknown values empty; a text that begins with =, +, -, @, a tab, a carriage return or an apostrophe gets an apostrophe in front, so that no spreadsheet runs it. Default: table.',
  },
  {
    name: 'table',
    short: null,
    placeholder: 'NAME',
    description: 'Which table of the answer. Default: every one for table, the first for csv.',
  },
  {
    name: 'dataset',
    short: null,
    placeholder: 'DIR',
    description:
      'Folder with dataset.json, programs/ and sources/ to use instead of the published dataset. Default: the variable GOVEXPORT_DATASET.',
  },
  { name: 'version', short: 'V', placeholder: null, description: 'Print the versions of the program and the dataset.' },
  { name: 'help', short: 'h', placeholder: null, description: 'Print help for the command.' },
];
