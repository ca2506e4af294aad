/** The most bytes that the tarball of each package may have, about a quarter above what it had when the number was set. */
export const budgets: Readonly<Record<string, number>> = {
  '@govexport/schema': 117_000,
  '@govexport/dataset': 4_750_000,
  '@govexport/analysis': 385_000,
  '@govexport/http': 30_000,
  '@govexport/router': 280_000,
  '@govexport/charts': 4_100_000,
  '@govexport/api': 730_000,
  '@govexport/cli': 1_400_000,
};
