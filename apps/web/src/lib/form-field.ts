import type { ShownText } from './shown-text.ts';

/** One control of a form whose answer goes into the address. */
export interface FormField {
  name: string;
  label: string;
  description: ShownText;
  /** choice: one of a list. choices: any number of a list. */
  kind: 'choice' | 'choices' | 'whole' | 'decimal' | 'text';
  /** With the number of records that have the value, where it is counted. */
  options: { value: string; label: string; count?: number | null }[];
  /** The values that the address gives, or the defaults. */
  values: string[];
  /** What holds where the field is left empty. */
  hint: string;
  minimum: number | null;
  maximum: number | null;
}
