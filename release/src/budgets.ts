/** The most bytes that the tarball of each package may have, about a quarter above what it had when the number was set. */
export const budgets: Readonly<Record<string, number>> = {
  '@govexport/schema': 110_000,
  '@govexport/dataset': 4_700_000,
  '@govexport/analysis': 350_000,
  '@govexport/http': 32_000,
  '@govexport/router': 1_000_000,
  '@govexport/charts': 5_000_000,
  '@govexport/api': 2_000_000,
  '@govexport/cli': 4_000_000,
};
