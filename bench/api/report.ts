import { cpus } from 'node:os';
import { format } from 'prettier';
import type { Load } from './load.ts';

/** An address that is measured. */
export interface Target {
  readonly name: string;
  readonly address: string;
  readonly group: 'cached' | 'count' | 'uncached';
}

/** A target and what each round showed. */
export interface Figures {
  readonly target: Target;
  readonly loads: readonly Load[];
}

type Steps = readonly { readonly requests: number; readonly mebibytes: number }[];

/** Memory along the way. */
export interface Memory {
  readonly bare: Steps;
  readonly api: Steps;
}

/** Everything that was measured, and how. */
export interface Measured {
  readonly speed: readonly Figures[];
  readonly memory: Memory;
  readonly load: readonly [number, number];
  readonly rounds: number;
  readonly seconds: number;
}

/** The report as Markdown. */
export function reportOf({ speed, memory, load, rounds, seconds }: Measured): Promise<string> {
  const [first] = speed;
  const base = first?.loads ?? [];
  const lines = [
    '# The API beside a bare Hono route',
    '',
    `\`pnpm bench api\`. ${cpus().length} x ${cpus()[0]?.model ?? ''}, Node ${process.version}, wrk with 32 connections from the same machine; load average ${load.map((one) => one.toFixed(1)).join(' before, ')} after. ${rounds} rounds of ${seconds} s, every target in turn; medians over the rounds. A ratio is that of the same round.`,
    '',
    '## Cached answers',
    '',
    '| what | requests a second | ratio | p99 in ms | ratio |',
    '| --- | --- | --- | --- | --- |',
    ...speed.filter(({ target }) => target.group === 'cached').map((one) => cachedRow(one, base)),
    '',
    'Aims: at least 0.85 of the requests, at most 1.5 of the p99.',
    '',
    '## A count per country',
    '',
    ...plainTable(speed.filter(({ target }) => target.group === 'count')),
    '',
    'SQLite gives bare counts; ours gives shares with intervals in an envelope that was checked against its schema.',
    '',
    '## Every statistic, not cached',
    '',
    'Each request has another level of confidence, so that none finds an answer.',
    '',
    ...plainTable(speed.filter(({ target }) => target.group === 'uncached')),
    '',
    '## Memory',
    '',
    'Resident memory of the process; the API is asked with another input each time.',
    '',
    '| requests | bare Hono, MiB | requests | API, MiB |',
    '| --- | --- | --- | --- |',
    ...memoryRows(memory),
    '',
    `At the end the API holds ${ratioOf(memory).toFixed(2)} of what bare Hono holds.`,
  ];
  return format(`${lines.join('\n')}\n`, { parser: 'markdown', printWidth: 120 });
}

function cachedRow({ target, loads }: Figures, base: readonly Load[]): string {
  const speed = loads.map(({ perSecond }, round) => perSecond / (base[round]?.perSecond ?? NaN));
  const slowest = loads.map(({ p99 }, round) => p99 / (base[round]?.p99 ?? NaN));
  const [perSecond, p99] = [median(loads.map((one) => one.perSecond)), median(loads.map((one) => one.p99))];
  return `| ${target.name} | ${Math.round(perSecond)} | ${median(speed).toFixed(2)} | ${p99.toFixed(2)} | ${median(slowest).toFixed(2)} |`;
}

function plainTable(figures: readonly Figures[]): string[] {
  const rows = figures.map(({ target, loads }) => {
    const refused = loads.reduce((sum, one) => sum + one.refused, 0);
    return `| ${target.name} | ${Math.round(median(loads.map(({ perSecond }) => perSecond)))} | ${median(loads.map(({ p99 }) => p99)).toFixed(1)} | ${refused} |`;
  });
  return ['| what | requests a second | p99 in ms | refused |', '| --- | --- | --- | --- |', ...rows];
}

function memoryRows({ bare, api }: Memory): string[] {
  // The first, the middle and the last step say whether it grows.
  const pick = (steps: Steps) => [0, 0.25, 0.5, 0.75, 1].map((part) => steps[Math.round(part * (steps.length - 1))]);
  const [one, other] = [pick(bare), pick(api)];
  return one.map((step, place) => `| ${cells(step)} | ${cells(other[place])} |`);
}

function cells(step: Steps[number] | undefined): string {
  return step === undefined ? '| ' : `${step.requests} | ${step.mebibytes.toFixed(0)}`;
}

function ratioOf({ bare, api }: Memory): number {
  return (api.at(-1)?.mebibytes ?? NaN) / (bare.at(-1)?.mebibytes ?? NaN);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
