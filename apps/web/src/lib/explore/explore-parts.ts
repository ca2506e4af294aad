import type { FoundText } from '../found-text.ts';
import type { SheetValue } from '../sheet.ts';

/** A value of a facet: one checkbox with the number of programs behind it. */
export interface FacetOption {
  value: string;
  label: string;
  /** Language of the label where it is not that of the page. */
  lang: string | null;
  count: number;
  chosen: boolean;
}

/** What programs are chosen by, with the counts that all other choices leave. */
export interface FacetGroup {
  /** Name of the input. */
  name: string;
  label: string;
  options: FacetOption[];
  /** Programs whose value the sources do not tell, where no option stands for them. */
  unknown: number | null;
  /** Further values, too rare for a list. */
  omitted: number;
}

/** A column of the table. `href` sorts by it; null where its field has several values. */
export interface TableColumn {
  field: string;
  label: string;
  href: string | null;
  sorted: 'ascending' | 'descending' | null;
}

/** What a cell of the table shows. */
export interface TableCell {
  field: string;
  label: string;
  values: SheetValue[];
  /** What stands where there is no value. */
  absent: string;
}

/** A program as a row of the table. */
export interface TableRow {
  id: string;
  title: string;
  cells: TableCell[];
  /** Where the words of a search stand. */
  found: FoundText[];
}

/** A choice that the address makes, and the address without it. */
export interface MadeChoice {
  label: string;
  text: string;
  /** Language of the text where it is not that of the page. */
  lang: string | null;
  href: string;
  /** Programs without this choice; counted only where the choices leave none. */
  without: number | null;
}

/** A city or a state on the map. `href` chooses by it, or no longer. */
export interface MapPlace {
  value: string;
  name: string;
  /** Language of the name where it is not that of the page. */
  lang: string | null;
  count: number;
  x: number;
  y: number;
  href: string;
}

/** The map of host cities and of the states whose officials came. */
export interface PlacesMap {
  width: number;
  height: number;
  land: string;
  borders: string;
  cities: MapPlace[];
  states: MapPlace[];
  description: string;
  note: string;
}
