import type { ChartWords } from './chart-words.ts';

/** The words of charts in Chinese. */
export const zh: ChartWords = {
  unknown: '不明',
  notComputable: '无法计算',
  noLowerEnd: '无下界',
  noUpperEnd: '无上界',
  range: (low, high) => `${low} 至 ${high}`,
  below: (number) => `小于${number}`,
  allValues: (label, values) => `${label}。${values}。`,
  someValues: ({ label, count, values }) => `${label}，共${count}个值。首个、最大与最后：${values}。全部数字见表。`,
  column: (label) => `柱：${label}`,
  bar: (label) => `条：${label}`,
  dot: (label) => `点：${label}`,
  interval: (interval) => `带端线段：${interval}`,
  fitted: '粗线：拟合值',
  yes: (count) => `是 ${count}`,
  no: (count) => `否 ${count}`,
  partUnknown: (count) => `不明 ${count}`,
  parts: ({ all, yes, no, unknown }) => `${all}个项目中：是 ${yes}，否 ${no}，不明 ${unknown}。`,
  counted: '实心：计入汇总',
  leftOut: '空心：不计入汇总',
  headed: (heading, note) => `${heading}。${note}`,
  named: (name, value) => `${name}：${value}`,
  records: ({ scope, years, others }) => `记录：${[`范围“${scope}”`, years, ...others].filter(Boolean).join('；')}。`,
  source: ({ name, version, licence }) => `来源：${name}，版本 ${version}，${licence}。`,
};
