import { citationOperations } from './citations.ts';
import { metaOperation } from './meta.ts';
import { provenanceOperation } from './provenance.ts';
import { parseInput, type AddressedOperation, type Operation } from './operation.ts';
import type { Context } from '../trpc.ts';
import { recordOperations } from './records.ts';
import { statisticList, statisticOperations } from './statistics.ts';
import { tableList } from './tables.ts';

/**
 * Every operation. The procedures of tRPC, the addresses of the API and their description, the commands and the examples
 * of all of these are made from this list.
 *
 * @example
 * operations.find(({ id }) => id === 'statistics.trend')?.path // => '/statistics/trend'
 */
export const operations = [
  statisticList,
  ...statisticOperations,
  ...recordOperations,
  tableList,
  ...citationOperations,
  provenanceOperation,
  metaOperation,
] as const;

/** The id of an operation. */
export type OperationId = (typeof operations)[number]['id'];

/** Every operation that has an address, in the order of the description. */
export const addressedOperations = (operations as readonly Operation[]).filter(
  (operation): operation is AddressedOperation => operation.path !== null,
);

/**
 * An operation by its id.
 *
 * @throws TypeError where none with an address has it
 * @example
 * operationNamed('programs.get').path // => '/programs/:id'
 */
export function operationNamed(id: OperationId): AddressedOperation {
  const found = addressedOperations.find((operation) => operation.id === id);
  if (found === undefined) throw new TypeError(`no operation with an address is named ${id}`);
  return found;
}

/**
 * Asks an operation by its id in the same process, for surfaces that treat all operations alike.
 *
 * @param given - its input as a caller gives it
 * @throws RequestError where the input is wrong, or there is no such record
 * @example
 * await askOperation('programs.get', { dataset }, { id: 'GX-0001' });
 */
export async function askOperation(id: OperationId, context: Context, given: unknown): Promise<unknown> {
  const operation = operationNamed(id);
  return operation.ask(context, parseInput(operation, given, context.dataset));
}
