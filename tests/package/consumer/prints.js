import { use } from './uses.js';

console.log(await use());
