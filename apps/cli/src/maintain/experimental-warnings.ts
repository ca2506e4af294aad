/** Node says of its SQLite that it is experimental, which helps nobody here. */
export function withoutExperimentalWarnings(): void {
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => {
    if (name !== 'ExperimentalWarning') process.stderr.write(`govexport: ${message}\n`);
  });
}
