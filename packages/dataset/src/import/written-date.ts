export { dateFormat, readWrittenDate } from './values/written-date.ts';
