/**
 * Every limit of a request in one place. The schemas of the inputs repeat them, so that OpenAPI and the help of the
 * command line print them.
 *
 * @example
 * limits.page_size // => 500
 */
export const limits = {
  /** Most records in one answer. */
  page_size: 500,
  /** Records in one answer where nothing is asked. */
  default_page_size: 50,
  /** Most characters of a search. */
  search_length: 200,
  /** Most values of a list. */
  list_length: 60,
  /** Most fields to sort by. */
  sort_fields: 5,
  /** Most values of one facet. */
  facet_values: 500,
  /** Values of one facet where nothing is asked. */
  default_facet_values: 50,
  /** Most characters of any text. */
  text_length: 2000,
} as const;
