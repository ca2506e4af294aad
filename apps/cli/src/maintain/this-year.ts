/** The year of today, or of the moment that SOURCE_DATE_EPOCH names, by which what is made twice comes out the same. */
export function thisYear({ SOURCE_DATE_EPOCH: seconds = '' }: NodeJS.ProcessEnv = process.env): number {
  const moment = /^\d{1,11}$/.test(seconds) ? new Date(Number(seconds) * 1000) : new Date();
  return moment.getUTCFullYear();
}
