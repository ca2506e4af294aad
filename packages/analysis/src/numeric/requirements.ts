/**
 * Refuses a number that is not a whole number of zero or more.
 *
 * @throws RangeError naming the number and what is allowed
 */
export function requireCount(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new RangeError(`${name} is ${value}; allowed is a whole number of zero or more.`);
}

/**
 * Refuses a number that is not finite and above zero.
 *
 * @throws RangeError naming the number and what is allowed
 */
export function requirePositive(name: string, value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  throw new RangeError(`${name} is ${value}; allowed is a finite number above zero.`);
}

/**
 * Refuses a level of an interval outside zero to one.
 *
 * @throws RangeError naming the level and what is allowed
 */
export function requireLevel(level: number): void {
  if (level > 0 && level < 1) return;
  throw new RangeError(`level is ${level}; allowed is a number above 0 and below 1.`);
}

/**
 * Refuses a seed that is not a 32-bit whole number.
 *
 * @throws RangeError naming the seed and what is allowed
 */
export function requireSeed(seed: number): void {
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return;
  throw new RangeError(`seed is ${seed}; allowed is a whole number from 0 to 4294967295.`);
}

/**
 * Refuses two lists that do not go together item by item.
 *
 * @throws RangeError naming both lengths
 */
export function requireEqualLength(first: readonly number[], second: readonly number[]): void {
  if (first.length === second.length) return;
  throw new RangeError(`the lists have ${first.length} and ${second.length} items; allowed are lists of one length.`);
}

/**
 * Refuses a list with a number that is not finite.
 *
 * @throws RangeError naming the index and the number
 */
export function requireFinite(name: string, values: readonly number[]): void {
  const index = values.findIndex((value) => !Number.isFinite(value));
  if (index === -1) return;
  throw new RangeError(`${name}[${index}] is ${values[index]}; allowed is a finite number.`);
}

/**
 * Refuses a number that is not a whole number of one or more.
 *
 * @throws RangeError naming the number and what is allowed
 */
export function requirePositiveCount(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 1) return;
  throw new RangeError(`${name} is ${value}; allowed is a whole number of one or more.`);
}

/**
 * Refuses a list with a number that is not a whole number of zero or more.
 *
 * @throws RangeError naming the index, the number and what is allowed
 */
export function requireCounts(name: string, values: readonly number[]): void {
  values.forEach((value, index) => requireCount(`${name}[${index}]`, value));
}

/**
 * Refuses a table whose rows differ in length, or which holds a number that is not a whole number of zero or more.
 *
 * @throws RangeError naming the index, the value and what is allowed
 */
export function requireTable(table: readonly (readonly number[])[]): void {
  const width = table[0]?.length ?? 0;
  table.forEach((row, index) => {
    if (row.length !== width) {
      throw new RangeError(`table[${index}] has ${row.length} cells; allowed are as many as in table[0], ${width}.`);
    }
    requireCounts(`table[${index}]`, row);
  });
}
