import { fileCode } from './exit-codes.ts';
import { run, type Outcome } from './run.ts';

const { env, stdin, stdout, stderr } = process;

const { colour, width } = stdout.isTTY
  ? { colour: (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb', width: stdout.columns }
  : { colour: false, width: null };

function progress(line: string): void {
  if (stderr.isTTY) stderr.write(`govexport: ${line}\n`);
}

function print(outcome: Outcome): void {
  process.exitCode = outcome.exit_code;
  stderr.on('error', () => undefined);
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads the output may stop early, as head does.
    if (error.code === 'EPIPE') return;
    process.exitCode = fileCode;
    stderr.write(`govexport: the output cannot be written (${error.code ?? 'unknown failure'}).\n`);
  });
  stderr.write(outcome.stderr);
  stdout.write(outcome.stdout);
}

const interactive = stdin.isTTY && stderr.isTTY;
const dataset = env['GOVEXPORT_DATASET'] ?? '';
// Not awaited at the top: code that is loaded on demand imports this file, and would wait for it without end.
void run(process.argv.slice(2), { dataset, width, colour, interactive, progress }).then(print);
