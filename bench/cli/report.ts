import { cpus } from 'node:os';
import { format } from 'prettier';

/** A contender and its times, round after round. */
export interface Figures {
  readonly name: string;
  /** again: answered from data or from what was kept. first: computed. other: another program. */
  readonly kind: 'again' | 'first' | 'other';
  /** Round after round. */
  readonly runs: Run[];
}

/** What one process took. */
export interface Run {
  /** Milliseconds from its start to its end. */
  readonly time: number;
  /** Milliseconds of processors; null where it cannot be asked. */
  readonly processor: number | null;
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

/** The aims for a command, as ratios to bare Node. */
const aims = { time: 2, processor: 2, mebibytes: 1.6 };

/** The report as Markdown. */
export function reportOf({ figures, absent, rounds, load }: Measured): Promise<string> {
  const [base, ...others] = figures;
  if (base === undefined) throw new Error('nothing was measured');
  const head = [
    '| what | time | ratio | processor | ratio | most memory | ratio |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  const ofKind = (kind: Figures['kind']) => others.filter((one) => one.kind === kind);
  const table = (kind: Figures['kind']) => [...head, ...ofKind(kind).map((one) => row(one, base))];
  const missed = (kind: Figures['kind']) => {
    const over = (measure: keyof Run) =>
      ofKind(kind).filter((one) => (ratioOf(one, base, measure) ?? 0) > aims[measure]).length;
    return `The aims are ${aims.time.toFixed(1)} of the time and of the processor time of bare Node and ${aims.mebibytes.toFixed(1)} of its memory: of ${ofKind(kind).length} lines ${over('time')} take longer, ${over('processor')} take more of the processor and ${over('mebibytes')} more memory.`;
  };
  const lines = [
    '# The command line beside bare Node and other programs',
    '',
    `\`pnpm bench cli\`. ${cpus().length} x ${cpus()[0]?.model ?? ''}, Node ${process.version}; load average ${load.map((one) => one.toFixed(1)).join(' before, ')} after. Whole processes, ${rounds} rounds of every one in turn after one that is not counted. Every figure is a median, and every ratio the median of the ratios within a round.`,
    '',
    ...head,
    row(base, base),
    '',
    '## Asked again, and what needs no answer',
    '',
    missed('again'),
    '',
    ...table('again'),
    '',
    '## Asked for the first time',
    '',
    'With `--no-cache`, or work that is never kept: the program is loaded, with the code that Node keeps compiled, and the answer is computed.',
    '',
    missed('first'),
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

/** The median of the ratios to bare Node within a round; null where it was not measured. */
function ratioOf({ runs }: Figures, base: Figures, measure: keyof Run): number | null {
  const ratios = runs.flatMap((one, round) => {
    const [value, bare] = [one[measure], base.runs[round]?.[measure]];
    return value === null || typeof bare !== 'number' ? [] : [value / bare];
  });
  return ratios.length === 0 ? null : median(ratios);
}

function row(one: Figures, base: Figures): string {
  const cells = (
    [
      ['time', 'ms'],
      ['processor', 'ms'],
      ['mebibytes', 'MiB'],
    ] as const
  ).flatMap(([measure, unit]) => {
    const ratio = ratioOf(one, base, measure);
    if (ratio === null) return ['', ''];
    return [`${median(one.runs.map((run) => run[measure] ?? NaN)).toFixed(1)} ${unit}`, ratio.toFixed(2)];
  });
  return `| ${[one.name, ...cells].join(' | ')} |`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
