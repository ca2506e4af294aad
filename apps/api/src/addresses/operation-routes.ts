import {
  addressedOperations,
  pathInputs,
  RequestError,
  statisticNamed,
  type AddressedOperation,
} from '@govexport/router';
import { showValue, type Dataset } from '@govexport/schema';
import type { Context as HonoContext, Hono } from 'hono';
import { answerOperation, formatsOf, inputOf, keyOf, type Asked } from '../answers/answer-operation.ts';
import type { Policy } from '../answers/policy.ts';
import { serve, type AnswerCache, type AskingFor, type RouteEnv } from '../answers/serving.ts';
import { formatNames, splitFormat, type Format } from '../formats/formats.ts';
import { formatOf } from '../formats/negotiate.ts';
import { languageParameter, markParameter, takeParameter } from '../formats/own-parameters.ts';
import { unknownAddress } from '../problems/problem.ts';
import { publicAddresses } from './index-page.ts';

/** Below which path the operations are served, what is checked before, and how long answers may be kept. */
export interface Mount {
  readonly prefix: string;
  readonly check: (c: HonoContext<RouteEnv>) => void;
  readonly policyOf: (operation: AddressedOperation) => Policy;
}

/** What the routes of operations need. */
export interface Operating {
  readonly dataset: Dataset;
  readonly cache: AnswerCache;
  readonly askingFor: AskingFor;
  readonly origin: string;
}

/** Serves every operation below a prefix, each in its formats by the ending of the address and by Accept. */
export function mountOperations(app: Hono<RouteEnv>, { dataset, cache, askingFor, origin }: Operating, mount: Mount) {
  for (const operation of addressedOperations) {
    const path = mount.prefix + operation.path;
    const handle = async (c: HonoContext<RouteEnv>, ending: Format | undefined) => {
      mount.check(c);
      const asked = readRequest(c, { operation, ending });
      const input = inputOf(asked, dataset);
      return serve(cache, c.env.visit, {
        key: keyOf(asked, input),
        policy: mount.policyOf(operation),
        route: operation.id,
        make: (left) => answerOperation(asked, input, { context: askingFor(c.env.visit, left), origin }),
      });
    };
    app.get(path, (c) => handle(c, undefined));
    if (pathInputs(operation.path).length > 0) continue;
    for (const format of formatNames) app.get(`${path}.${format}`, (c) => handle(c, format));
  }
  app.get(`${mount.prefix}/statistics/:name`, (c) => {
    mount.check(c);
    // Tells an unknown statistic the names there are; each of those has its own address.
    statisticNamed(splitFormat(c.req.param('name')).stem);
    throw unknownAddress(c.req.path, publicAddresses);
  });
}

function readRequest(
  c: HonoContext<RouteEnv>,
  { operation, ending }: { operation: AddressedOperation; ending: Format | undefined },
): Asked {
  const names = pathInputs(operation.path);
  const fromPath = names.map((name): [string, string] => [name, c.req.param(name as never)]);
  const last = fromPath.at(-1);
  // An address ends in an input or in a word; the format stands behind either.
  const split = last === undefined ? { stem: '', format: ending } : splitFormat(last[1]);
  if (last !== undefined) last[1] = split.stem;
  const accept = c.env.visit.header('accept');
  const format = formatOf(formatsOf(operation), { ending: split.format, accept });
  const query = [...new URL(c.req.url).searchParams];
  refuseFormat(query, operation);
  const { value: language, rest } = takeParameter(query, languageParameter, format);
  const { value: mark, rest: inputs } = takeParameter(rest, markParameter, format);
  return { operation, fromPath, query: inputs, format, language, marked: mark === '1' };
}

/** A format is no input, but it is what people try first: the refusal says where it goes. */
function refuseFormat(query: readonly [string, string][], operation: AddressedOperation): void {
  const [, format] = query.find(([name]) => name === 'format') ?? [];
  if (format === undefined) return;
  const table = operation.view === null ? '/v1/programs' : `/v1${operation.path}`;
  const expected = `no parameter of a format: put the ending behind the path (${table}.csv) or send the header Accept (text/csv)`;
  throw new RequestError('invalid-input', [{ field: 'format', value: showValue(format), expected }]);
}
