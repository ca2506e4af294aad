export { build } from './build.ts';
export { diff } from './diff.ts';
export { importCsv } from './import-csv.ts';
export { newProgram, newSource } from './new-record.ts';
export { validate } from './validate.ts';
export { verify } from './verify.ts';
