import { cpus } from 'node:os';
import { format } from 'prettier';

/** A contender and its times, round after round. */
export interface Figures {
  readonly name: string;
  /** Milliseconds. */
  readonly times: number[];
  /** Most memory; null where it cannot be asked. */
  readonly mebibytes: number | null;
}

/** Everything that was measured, and how. */
export interface Measured {
  readonly figures: readonly Figures[];
  readonly absent: readonly string[];
  readonly rounds: number;
  readonly load: readonly [before: number, after: number];
}

/** The report as Markdown. */
export function reportOf({ figures, absent, rounds, load }: Measured): Promise<string> {
  const [base] = figures;
  if (base === undefined) throw new Error('nothing was measured');
  const lines = [
    '# The command line beside bare Node and other programs',
    '',
    `\`pnpm bench cli\`. ${cpus().length} x ${cpus()[0]?.model ?? ''}, Node ${process.version}; load average ${load.map((one) => one.toFixed(1)).join(' before, ')} after. Whole processes, ${rounds} rounds of every one in turn after one that is not counted. The ratio is the median of the ratios within a round; the shortest times say what remains where the machine is busy.`,
    '',
    '| what | median | ratio | shortest | ratio of the shortest | most memory | ratio |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...figures.map((one) => row(one, base)),
    '',
    ...(absent.length === 0 ? [] : [`Not on this machine: ${absent.join('; ')}.`, '']),
    'A statistic that is asked as it stands is printed from the answer that was computed when the program was built; the bytes are those of computing it. The aims, 1.6 of the time and 1.5 of the memory, are about that. Everything else loads the program and builds every schema anew in each process. The other programs count the programs of each year and nothing more: no interval, no check, no envelope.',
  ];
  return format(`${lines.join('\n')}\n`, { parser: 'markdown', printWidth: 120 });
}

function row({ name, times, mebibytes }: Figures, base: Figures): string {
  const ratio = median(times.map((time, round) => time / (base.times[round] ?? NaN)));
  const [shortest, bare] = [Math.min(...times), Math.min(...base.times)];
  const memory =
    mebibytes === null ? '| ' : `${mebibytes.toFixed(0)} MiB | ${(mebibytes / (base.mebibytes ?? NaN)).toFixed(2)}`;
  return `| ${name} | ${median(times).toFixed(1)} ms | ${ratio.toFixed(2)} | ${shortest.toFixed(1)} ms | ${(shortest / bare).toFixed(2)} | ${memory} |`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
