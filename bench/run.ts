/** Runs a benchmark by its name: `pnpm bench analysis`. */
const benchmarks: Readonly<Record<string, (given: string[]) => Promise<void>>> = {
  analysis: async (given) => (await import('./analysis/main.ts')).main(given),
  api: async (given) => (await import('./api/main.ts')).main(given),
  engines: async (given) => (await import('./engines/main.ts')).main(given),
  import: async (given) => (await import('./import/main.ts')).main(given),
  light: async () => (await import('./api/light.ts')).main(),
  web: async (given) => (await import('./web/main.ts')).main(given),
  cli: async (given) => (await import('./cli/main.ts')).main(given),
  simulate: async (given) => (await import('./simulations/main.ts')).main(given),
};

const [name = '', ...given] = process.argv.slice(2);
const run = benchmarks[name];
if (run === undefined) {
  console.error(`There is no benchmark "${name}"; allowed: ${Object.keys(benchmarks).join(', ')}.`);
  process.exitCode = 1;
} else {
  await run(given);
}
