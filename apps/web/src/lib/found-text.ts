/** A text of a record in which words of a search stand. */
export interface FoundText {
  field: string;
  /** Language of the text where it is not that of the page. */
  lang: string | null;
  parts: { text: string; found: boolean }[];
}
