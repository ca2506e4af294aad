import { fileCode } from './exit-codes.ts';
import { run } from './run.ts';

const { env, stdout, stderr } = process;

const { colour, width } = stdout.isTTY
  ? { colour: (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb', width: stdout.columns }
  : { colour: false, width: null };

const outcome = await run(process.argv.slice(2), { dataset: env['GOVEXPORT_DATASET'] ?? '', width, colour });
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
