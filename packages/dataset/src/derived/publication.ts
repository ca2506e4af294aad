/** What is known of the place where the files of a dataset are published, beside the dataset itself. */
export interface Publication {
  /** Address where the files are kept; null where there is none. */
  readonly homepage: string | null;
  /** Licence of the code that stands beside the data; null where there is none. */
  readonly code_license: string | null;
  /** Further files for the archive, such as the text of a licence. */
  readonly texts: Readonly<Record<string, Uint8Array>>;
}

/** Files that are not published anywhere yet. */
export const unpublished: Publication = { homepage: null, code_license: null, texts: {} };
