import { remembered } from '../remembered.ts';
import { textOf, translationOf, type CellRules, type CellValues } from './cell-texts.ts';
import type { FieldRules } from './mapping.ts';
import type { TableRow } from './sheet/table.ts';
import { readFigure, type Figure } from './values/figure.ts';

const figureNames = ['participants_value', 'participants_low', 'participants_high'] as const;

/**
 * Adds the figure of a row, read from one text: with bounds, or rounded, where the text says so. A basis describes a
 * figure, so that a row without one has none; where nothing gives it, a figure is `exact` as printed and `rounded` where
 * the text rounds it.
 */
export function figureReader({ rules, unknown }: CellRules): (values: CellValues, row: TableRow) => CellValues {
  const rule = rules['participants'] ?? rules['participants_value'];
  const read = remembered((text: string) => ({
    figure: readFigure(text),
    isSaid: rule !== undefined && translationOf(text, rule) !== undefined,
  }));
  return (values, row) => {
    const text = rule === undefined ? undefined : textOf(row, rule.column, unknown);
    const { figure, isSaid } = text === undefined ? { figure: null, isSaid: false } : read(text);
    const { participants_basis: basis, ...others } = { ...values, ...figureFields(text, figure, isSaid ? null : rules) };
    if (!figureNames.some((name) => (others[name] ?? null) !== null)) return others;
    return { ...others, participants_basis: basisOf(basis, isSaid ? null : figure, rules) };
  };
}

/** What a text says of a figure; what is no figure stays, and is refused. */
function figureFields(text: string | undefined, figure: Figure | null, rules: FieldRules | null): CellValues {
  if (text === undefined || rules === null) return {};
  if (figure === null) return { participants_value: text };
  // A column of its own for a bound comes before what the text says of it.
  return Object.fromEntries(
    Object.entries(fieldsOf(figure)).filter(([name]) => name === 'participants_value' || rules[name] === undefined),
  );
}

function basisOf(given: unknown, figure: Figure | null, rules: FieldRules): unknown {
  const isConstant = rules['participants_basis']?.constant !== undefined;
  const isRounded = figure?.approximate === true;
  if (given === undefined) return isRounded ? 'rounded' : 'exact';
  return isRounded && isConstant && given === 'exact' ? 'rounded' : given;
}

function fieldsOf({ value, low, high }: Figure): CellValues {
  return { participants_value: value, participants_low: low, participants_high: high };
}
