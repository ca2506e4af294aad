/** Formats of an answer. */
export const formats = ['table', 'json', 'csv', 'ndjson', 'md'] as const;

/** Format of an answer. */
export type Format = (typeof formats)[number];

/** When output is coloured. */
export const colourChoices = ['auto', 'always', 'never'] as const;

/** When output is coloured. */
export type ColourChoice = (typeof colourChoices)[number];

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
      'One of table, json, csv, ndjson, md. table: text for people. json: the whole answer in canonical JSON. csv: one table as in RFC 4180 with LF line ends, numbers unrounded, unknown values empty; a text that begins with =, +, -, @, a tab, a carriage return or an apostrophe gets an apostrophe in front, so that no spreadsheet runs it. ndjson: one table, each row as a JSON object on a line. md: the text for people as Markdown. Default: table.',
  },
  {
    name: 'table',
    short: null,
    placeholder: 'NAME',
    description: 'Which table of the answer. Default: every one for table and md, the first for csv and ndjson.',
  },
  {
    name: 'bom',
    short: null,
    placeholder: null,
    description: 'Begin a csv with a byte order mark, without which Excel misreads every letter outside of ASCII.',
  },
  {
    name: 'dataset',
    short: null,
    placeholder: 'DIR',
    description:
      'Folder with dataset.json, programs/ and sources/, or a package or such a folder as .zip or .tgz, to use instead of the published dataset. Default: the variable GOVEXPORT_DATASET.',
  },
  {
    name: 'output',
    short: 'o',
    placeholder: 'FILE',
    description: 'File to write to instead of the standard output: whole or not at all, in place of one of that name.',
  },
  {
    name: 'color',
    short: null,
    placeholder: 'WHEN',
    description:
      'One of auto, always, never. auto: on a terminal, unless the variable NO_COLOR is set or TERM is dumb. Default: auto.',
  },
  {
    name: 'show-call',
    short: null,
    placeholder: null,
    description: 'Print how to ask the same of the API and in TypeScript, instead of the answer.',
  },
  {
    name: 'no-cache',
    short: null,
    placeholder: null,
    description:
      'Compute the answer anew. Otherwise an answer of the published dataset is kept in the cache folder of the user, and printed from there when the same is asked again of the same version; "govexport doctor" says where. No other dataset is kept.',
  },
  { name: 'version', short: 'V', placeholder: null, description: 'Print the versions of the program and the dataset.' },
  { name: 'help', short: 'h', placeholder: null, description: 'Print help for the command.' },
];
