import { cpus } from 'node:os';
import { format } from 'prettier';

/** A contender and its times, round after round. */
export interface Figures {
  readonly name: string;
  /** again: answered from data or from what was kept. first: computed. other: another program. */
  readonly kind: 'again' | 'first' | 'other';
  /** Milliseconds. */
  readonly times: readonly number[];
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

/** The aims for a command that is answered again, as ratios to bare Node. */
const aims = { time: 2, memory: 1.6 };

/** The report as Markdown. */
export function reportOf({ figures, absent, rounds, load }: Measured): Promise<string> {
  const [base, ...others] = figures;
  if (base === undefined) throw new Error('nothing was measured');
  const head = [
    '| what | median | ratio | shortest | ratio of the shortest | most memory | ratio |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  const table = (kind: Figures['kind']) => [
    ...head,
    ...others.filter((one) => one.kind === kind).map((one) => row(one, base)),
  ];
  const again = others.filter(({ kind }) => kind === 'again').map((one) => ratiosOf(one, base));
  const slow = again.filter(({ time }) => time > aims.time).length;
  const large = again.filter(({ memory }) => memory > aims.memory).length;
  const lines = [
    '# The command line beside bare Node and other programs',
    '',
    `\`pnpm bench cli\`. ${cpus().length} x ${cpus()[0]?.model ?? ''}, Node ${process.version}; load average ${load.map((one) => one.toFixed(1)).join(' before, ')} after. Whole processes, ${rounds} rounds of every one in turn after one that is not counted. The ratio is the median of the ratios within a round; the shortest times say what remains where the machine is busy.`,
    '',
    ...head,
    row(base, base),
    '',
    '## Asked again, and what needs no answer',
    '',
    `The aims are ${aims.time.toFixed(1)} of the time of bare Node and ${aims.memory.toFixed(1)} of its memory: of ${again.length} lines ${slow} take longer and ${large} take more.`,
    '',
    ...table('again'),
    '',
    '## Asked for the first time',
    '',
    'With `--no-cache`, or work that is never kept: the program is loaded, with the code that Node keeps compiled, and the answer is computed.',
    '',
    ...table('first'),
    '',
    '## Other programs',
    '',
    'They count the programs of each year and nothing more: no interval, no check, no envelope.',
    '',
    ...table('other'),
    '',
    ...(absent.length === 0 ? [] : [`Not on this machine: ${absent.join('; ')}.`, '']),
  ];
  return format(`${lines.join('\n')}\n`, { parser: 'markdown', printWidth: 120 });
}

function ratiosOf({ times, mebibytes }: Figures, base: Figures): { time: number; memory: number } {
  return {
    time: median(times.map((time, round) => time / (base.times[round] ?? NaN))),
    memory: (mebibytes ?? NaN) / (base.mebibytes ?? NaN),
  };
}

function row(one: Figures, base: Figures): string {
  const { name, times, mebibytes } = one;
  const { time, memory } = ratiosOf(one, base);
  const [shortest, bare] = [Math.min(...times), Math.min(...base.times)];
  const held = mebibytes === null ? '| ' : `${mebibytes.toFixed(0)} MiB | ${memory.toFixed(2)}`;
  return `| ${name} | ${median(times).toFixed(1)} ms | ${time.toFixed(2)} | ${shortest.toFixed(1)} ms | ${(shortest / bare).toFixed(2)} | ${held} |`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
