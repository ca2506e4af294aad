import { cpus } from 'node:os';
import { format } from 'prettier';
import type { AnswerTimes } from './answer-times.ts';
import { connections, type Load } from './load.ts';
import type { Server } from './servers.ts';

/** A path of a server that is measured. */
export interface Target {
  readonly name: string;
  readonly server: Server;
  readonly path: string;
}

/** A target and what each round showed. */
export interface Figures {
  readonly target: Target;
  readonly loads: readonly Load[];
}

/** How long a statistic takes. */
export interface StatisticTimes extends AnswerTimes {
  readonly name: string;
}

type Steps = readonly { readonly requests: number; readonly mebibytes: number }[];

/** Memory along the way. */
export interface Memory {
  /** How many requests each server was to answer at least. */
  readonly requests: number;
  readonly bare: Steps;
  readonly api: Steps;
}

/** Everything that was measured, and how. */
export interface Measured {
  readonly cached: readonly Figures[];
  readonly counts: readonly Figures[];
  readonly statistics: readonly StatisticTimes[];
  readonly memory: Memory;
  readonly load: readonly [number, number];
  readonly rounds: number;
  readonly seconds: number;
}

/** The report as Markdown. */
export function reportOf({ cached, counts, statistics, memory, load, rounds, seconds }: Measured): Promise<string> {
  const [before, after] = load.map((one) => one.toFixed(1));
  const lines = [
    '# The API beside a bare Hono route',
    '',
    `\`pnpm bench api\`. ${machine()}; load average ${before} before and ${after} after. ${rounds} rounds of ${seconds} s, every target in turn; medians over the rounds. A ratio is that to the first row in the same round. Processor time is what the server itself used for one request; other work on the machine changes it less than the rest.`,
    '',
    '## Cached answers',
    '',
    ...comparison(cached),
    '',
    'Aims: at least 0.85 of the requests, at most 1.5 of the p99 of the first row. The second row answers with all that ours does.',
    '',
    '## Facets',
    '',
    ...comparison(counts),
    '',
    'Both count the programs of a span of years that is another one in each request; that the counts agree is checked first. SQLite gives bare counts; the API also labels, unknown ones, what is left out and the filter, and its answer is checked against its schema.',
    '',
    '## Every statistic, not cached',
    '',
    'Each request has another level of confidence, so that none finds an answer. One request after another over one connection.',
    '',
    '| statistic | answers | ms, median | ms, slowest | processor ms | refused |',
    '| --- | --- | --- | --- | --- | --- |',
    ...statistics.map(
      ({ name, answers, median: middle, slowest, processor, refused }) =>
        `| ${name} | ${answers} | ${middle.toFixed(2)} | ${slowest.toFixed(1)} | ${processor.toFixed(2)} | ${refused} |`,
    ),
    '',
    ...memorySection(memory),
  ];
  return markdown(lines);
}

/** The memory alone as Markdown. */
export function memoryReportOf(memory: Memory): Promise<string> {
  return markdown([
    '# The memory of the API beside that of a bare Hono route',
    '',
    `\`pnpm bench api memory ${memory.requests}\`. ${machine()}.`,
    '',
    ...memorySection(memory),
  ]);
}

function markdown(lines: readonly string[]): Promise<string> {
  return format(`${lines.join('\n')}\n`, { parser: 'markdown', printWidth: 120 });
}

/** The machine, and what loads the servers. */
export function machine(): string {
  const processors = `${cpus().length} x ${cpus()[0]?.model.trim() ?? ''}`;
  return `${processors}, Node ${process.version}, wrk with ${connections} connections from the same machine`;
}

function memorySection(memory: Memory): string[] {
  return [
    '## Memory',
    '',
    'Resident memory of the process; the API is asked with another input each time, over eight addresses.',
    '',
    '| requests | bare Hono, MiB | requests | API, MiB |',
    '| --- | --- | --- | --- |',
    ...memoryRows(memory),
    '',
    `At the end the API holds ${ratioOf(memory).toFixed(2)} of what bare Hono holds; the aim is at most 1.5.`,
  ];
}

/** A table of targets, each beside the first. */
export function comparison(figures: readonly Figures[]): string[] {
  const base = figures[0]?.loads ?? [];
  return [
    '| what | requests a second | ratio | p99 in ms | ratio | processor µs | ratio | refused |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...figures.map(({ target, loads }) => {
      const cells = (['perSecond', 'p99', 'processor'] as const).flatMap((name) => [
        median(loads.map((one) => one[name])).toFixed(name === 'p99' ? 2 : 0),
        median(loads.map((one, round) => one[name] / (base[round]?.[name] ?? NaN))).toFixed(2),
      ]);
      return `| ${[target.name, ...cells, loads.reduce((sum, one) => sum + one.refused, 0)].join(' | ')} |`;
    }),
  ];
}

function memoryRows({ bare, api }: Memory): string[] {
  // The first step, some between and the last one say whether it grows.
  const pick = (steps: Steps) =>
    [0, 0.1, 0.25, 0.5, 0.75, 1].map((part) => steps[Math.round(part * (steps.length - 1))]);
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
