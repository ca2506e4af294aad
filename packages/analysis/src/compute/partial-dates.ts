/** The year of a partial date. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The month of a partial date, 1 to 12; null where it is unknown. */
export function monthOf(date: string): number | null {
  return date.length < 7 ? null : Number(date.slice(5, 7));
}

/** Whether a partial date names the day. */
export function isExact(date: string): boolean {
  return date.length === 10;
}
