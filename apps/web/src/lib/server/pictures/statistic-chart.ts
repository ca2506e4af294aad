import { answerPicture, chartedTable } from '@govexport/charts';
import { catalogue, fieldsIn, inputFields, present } from '@govexport/router';
import { fieldLabel, optionLabel } from '@govexport/router/words';
import { getLocale } from '../../generated/runtime.js';
import { dataset } from '../caller.ts';
import { shown } from '../language/translate.ts';
import type { AddressAnswer } from '../statistic-view.ts';
import { takenChart, type TakenChart } from './taken-chart.ts';

/** The chart of an answer, to be taken away; null where the statistic has none. */
export function statisticChart({ answer, given, query }: AddressAnswer): TakenChart | null {
  const { statistic, input, result } = answer;
  const { title, input: schema } = catalogue[statistic];
  const { finding, tables, chart } = present(answer, dataset.meta);
  const language = getLocale();
  const table = chartedTable(chart, tables);
  const picture = answerPicture(
    {
      title,
      finding,
      result,
      tables,
      chart,
      fields: fieldsIn(inputFields(schema), dataset.meta),
      given,
      resolved: input,
    },
    {
      language,
      text: (text) => shown(text).text,
      field: (name) => fieldLabel(name, language),
      option: (field, value) => optionLabel(field, value, { language, senders: dataset.meta.senders }),
    },
  );
  if (picture === null || table === undefined) return null;
  return takenChart({
    statistic,
    ...picture,
    columns: table.columns.map(({ key }) => key),
    rows: table.rows,
    page: `/statistics/${statistic}${query === '' ? '' : `?${query}`}`,
  });
}
