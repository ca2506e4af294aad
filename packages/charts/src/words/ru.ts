import type { ChartWords } from './language.ts';

/** The words of charts in Russian. */
export const ru: ChartWords = {
  any: 'любые',
  unknown: 'неизвестно',
  notComputable: 'не вычисляется',
  noLowerEnd: 'без нижней границы',
  noUpperEnd: 'без верхней границы',
  range: (low, high) => `от ${low} до ${high}`,
  allValues: (label, values) => `${label}. ${values}.`,
  someValues: ({ label, count, values }) =>
    `${label}, значений: ${count}. Первое, наибольшее и последнее: ${values}. Все числа\u{a0}— в таблице.`,
  column: (label) => `Столбец: ${label}`,
  bar: (label) => `Полоса: ${label}`,
  dot: (label) => `Точка: ${label}`,
  cell: (label) => `Клетка: ${label}, темнее\u{a0}— больше`,
  line: (label) => `Линия: ${label}`,
  band: (interval) => `Полоса вокруг линии: ${interval}`,
  interval: (interval) => `Отрезок с засечками: ${interval}`,
  fitted: 'Толстая линия: подобранные значения',
  fittedBand: (interval) => `Полоса вокруг неё: ${interval}`,
  yes: (count) => `да\u{a0}— ${count}`,
  no: (count) => `нет\u{a0}— ${count}`,
  partUnknown: (count) => `неизвестно\u{a0}— ${count}`,
  parts: ({ all, yes, no, unknown }) =>
    `Всего программ: ${all}; да\u{a0}— ${yes}, нет\u{a0}— ${no}, неизвестно\u{a0}— ${unknown}.`,
  counted: 'Закрашено: входит в итоги',
  leftOut: 'Пусто: не входит в итоги',
  headed: (heading, note) => `${heading}. ${note}`,
  named: (name, value) => `${name}: ${value}`,
  records: ({ scope, years, others }) =>
    `Записи: ${[`охват «${scope}»`, years, ...others].filter(Boolean).join('; ')}.`,
  source: ({ name, version, licence }) => `Источник: ${name}, версия ${version}, ${licence}.`,
};
