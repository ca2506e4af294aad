/** A text as a page shows it. `lang` is set where it is not in the language of the page. */
export interface ShownText {
  text: string;
  lang: string | null;
}
