import type { ShownText } from './shown-text.ts';

/** One value as it is shown, with what it means where a vocabulary tells. */
export interface SheetValue {
  text: string;
  definition: string;
  definitionLang: string | null;
  /** Language of the text where it is not that of the page. */
  language: string | null;
  /** What a date leaves unknown, where its text does not say so; empty where the day is known. */
  missing?: string;
  /** Where it leads. */
  href?: string;
}

/** One field of a record. No values: unknown, or none named. */
export interface SheetRow {
  field: string;
  label: string;
  /** What the field says, from the schema. */
  description: ShownText;
  values: SheetValue[];
  /** What is written where there is no value. */
  absent: string;
}

/** A source with its fields. */
export interface SheetSource {
  id: string;
  title: string | null;
  /** Language of the title. */
  language: string;
  publisher: string;
  rows: SheetRow[];
}

/** Fields that belong together, with the sources that support them. */
export interface SheetGroup {
  title: string;
  rows: SheetRow[];
  sources: string[];
}
