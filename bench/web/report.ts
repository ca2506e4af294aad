import { cpus } from 'node:os';
import { format } from 'prettier';

/** What was found of one page. */
export interface PageFigures {
  readonly name: string;
  readonly path: string;
  /** Version of Lighthouse. */
  readonly version: string;
  /** Performance, accessibility, best practices, SEO. */
  readonly scores: readonly number[];
  /** Milliseconds, as Lighthouse reckons them for a phone on a slow connection. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly blocking: number;
  readonly shift: number;
  /** Audits without full marks. */
  readonly reasons: readonly string[];
  /** Bytes, gzipped. */
  readonly html: number;
  readonly script: number;
  readonly style: number;
  /** Bytes of the letters that the page asks for at once. */
  readonly letters: number;
}

/** Everything that was measured, and the load of the machine before and after. */
export interface Measured {
  readonly figures: readonly PageFigures[];
  /** How often each page was looked at. */
  readonly runs: number;
  readonly load: readonly [number, number];
  /** What is to be said of kept pages, as Markdown. */
  readonly kept: readonly string[];
}

/** The report as Markdown. */
export function reportOf({ figures, runs, load, kept }: Measured): Promise<string> {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
  const lines = [
    '# The site under Lighthouse, and what its pages weigh',
    '',
    `\`pnpm bench web\` on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, Lighthouse ${figures[0]?.version ?? ''} with its settings for a phone, ${runs === 1 ? 'one run a page' : `the middle one of ${runs} runs a page by its largest paint`}; load average ${load.map((value) => value.toFixed(2)).join(' before and ')} after.`,
    '',
    '| page | performance | accessibility | best practices | SEO | first paint (s) | largest paint (s) | blocking (ms) | layout shift |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...figures.map(
      ({ name, scores, firstPaint, largestPaint, blocking, shift }) =>
        `| ${name} | ${scores.join(' | ')} | ${seconds(firstPaint)} | ${seconds(largestPaint)} | ${blocking.toFixed(0)} | ${shift.toFixed(3)} |`,
    ),
    '',
    'Kilobytes (1000 bytes) after gzip; letters are those that a page asks for at once. The limits are 40 kB of script on explore and 15 kB elsewhere.',
    '',
    '| page | script | style sheets | HTML | letters |',
    '| --- | --: | --: | --: | --: |',
    ...figures.map(
      ({ name, script, style, html, letters }) =>
        `| ${name} | ${kilobytes(script)} | ${kilobytes(style)} | ${kilobytes(html)} | ${kilobytes(letters)} |`,
    ),
    '',
    ...kept,
    '## Audits without full marks',
    '',
    ...figures.flatMap(({ name, reasons }) => reasons.map((reason) => `- ${name}: ${reason}`)),
    ...(figures.every(({ reasons }) => reasons.length === 0) ? ['Nothing.'] : []),
  ];
  return format(lines.join('\n'), { parser: 'markdown', printWidth: 124 });
}
