/**
 * How many arrangements of a list with ties have how many inversions: the first coefficients of the Gaussian multinomial
 * coefficient, as exact whole numbers. It replaces going through the arrangements one by one.
 *
 * @see MacMahon, P. A. (1916). Two applications of general theorems in combinatory analysis.
 * https://doi.org/10.1112/plms/s2-15.1.314
 * @param sizes - how often each different value occurs
 * @param most - the largest number of inversions asked for
 * @returns the counts for 0, 1, ... `most` inversions
 * @example
 * inversionCounts([1, 1, 1], 3); // [1n, 2n, 2n, 1n]
 */
export function inversionCounts(sizes: readonly number[], most: number): bigint[] {
  const counts = Array.from({ length: most + 1 }, (_, index) => (index === 0 ? 1n : 0n));
  let placed = 0;
  for (const size of sizes) {
    for (let item = 1; item <= size; item += 1) {
      placed += 1;
      multiply(counts, placed);
      divide(counts, item);
    }
  }
  return counts;
}

/** How many different arrangements a list with ties has. */
export function arrangementCount(sizes: readonly number[]): bigint {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.reduce((count, size) => count / factorial(size), factorial(total));
}

function factorial(n: number): bigint {
  return Array.from({ length: n }, (_, index) => BigInt(index + 1)).reduce((product, factor) => product * factor, 1n);
}

/** Multiplies the power series in place by `1 - q^power`. */
function multiply(series: bigint[], power: number): void {
  for (let index = series.length - 1; index >= power; index -= 1) {
    series[index] = (series[index] ?? 0n) - (series[index - power] ?? 0n);
  }
}

/** Divides the power series in place by `1 - q^power`. */
function divide(series: bigint[], power: number): void {
  for (let index = power; index < series.length; index += 1) {
    series[index] = (series[index] ?? 0n) + (series[index - power] ?? 0n);
  }
}
