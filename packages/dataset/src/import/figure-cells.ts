import { remembered } from '../remembered.ts';
import { textOf, translationOf, type CellRules, type CellValues } from './cell-texts.ts';
import type { FieldRules } from './mapping.ts';
import type { TableRow } from './sheet/table.ts';
import { readFigure, type Figure } from './values/figure.ts';

const figureNames = ['participants_value', 'participants_low', 'participants_high'] as const;

/** The field that says what a figure counts: it is known with the figure alone. */
export const basisField = 'participants_basis';

/**
 * Adds the figure of a row to its values, read from one text: with bounds, or rounded, where the text says so. A basis
 * describes a figure, so that a row without one has none; where nothing gives it, a figure is `exact` as printed and
 * `rounded` where the text rounds it.
 *
 * @param basis - what the row says of the basis
 */
export function figureReader(
  { rules, unknown }: CellRules,
  basis: (row: TableRow) => unknown,
): (values: CellValues, row: TableRow) => void {
  const rule = rules['participants'] ?? rules['participants_value'];
  const read = remembered((text: string) => ({
    figure: readFigure(text),
    isSaid: rule !== undefined && translationOf(text, rule) !== undefined,
  }));
  return (values, row) => {
    const text = rule === undefined ? undefined : textOf(row, rule.column, unknown);
    const { figure, isSaid } = text === undefined ? { figure: null, isSaid: true } : read(text);
    if (text !== undefined && !isSaid) addFigure(values, text, { figure, rules });
    if (!figureNames.some((name) => (values[name] ?? null) !== null)) return;
    values[basisField] = basisOf(basis(row), isSaid ? null : figure, rules);
  };
}

interface FigureReading {
  readonly figure: Figure | null;
  readonly rules: FieldRules;
}

/** What a text says of a figure; what is no figure stays, and is refused. */
function addFigure(values: CellValues, text: string, { figure, rules }: FigureReading): void {
  if (figure === null) {
    values['participants_value'] = text;
    return;
  }
  values['participants_value'] = figure.value;
  // A column of its own for a bound comes before what the text says of it.
  if (rules['participants_low'] === undefined) values['participants_low'] = figure.low;
  if (rules['participants_high'] === undefined) values['participants_high'] = figure.high;
}

function basisOf(given: unknown, figure: Figure | null, rules: FieldRules): unknown {
  const isConstant = rules['participants_basis']?.constant !== undefined;
  const isRounded = figure?.approximate === true;
  if (given === undefined) return isRounded ? 'rounded' : 'exact';
  return isRounded && isConstant && given === 'exact' ? 'rounded' : given;
}
