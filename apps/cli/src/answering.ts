// What answers a question that was not asked before: loaded as one, and only then.
export { answer, versionsOf } from './answer.ts';
export { commands } from './commands/registry.ts';
