/** One citation in one form, as a page shows it. */
export interface CitationForm {
  name: string;
  text: string;
}
