/** A text of a record in which words of a search stand. */
export interface FoundText {
  field: string;
  parts: { text: string; found: boolean }[];
}
