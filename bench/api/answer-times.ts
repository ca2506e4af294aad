import { Agent, get } from 'node:http';
import { processorSeconds, type Server } from './servers.ts';

/** How long a server takes for answers that it makes one after another. */
export interface AnswerTimes {
  readonly answers: number;
  readonly refused: number;
  /** Milliseconds for the answer in the middle, and for the slowest one. */
  readonly median: number;
  readonly slowest: number;
  /** Processor time for one answer, in milliseconds. */
  readonly processor: number;
}

const fewest = 5;

/**
 * Asks one address after another over one connection. A load of many connections says nothing of an answer that takes
 * longer than the load, and leaves the server with work for the load that follows.
 *
 * @param pathOf - the path of each request by its number
 * @param seconds - at least so long, and at least five answers
 */
export async function answerTimes(
  server: Server,
  pathOf: (number: number) => string,
  seconds: number,
): Promise<AnswerTimes> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  let refused = 0;
  await statusOf(server.origin + pathOf(0), agent);
  const [before, start] = [processorSeconds(server), performance.now()];
  for (let number = 1; number <= fewest || performance.now() - start < seconds * 1_000; number += 1) {
    const asked = performance.now();
    if ((await statusOf(server.origin + pathOf(number), agent)) !== 200) refused += 1;
    times.push(performance.now() - asked);
  }
  const processor = ((processorSeconds(server) - before) / times.length) * 1e3;
  agent.destroy();
  times.sort((one, other) => one - other);
  const [median = NaN, slowest = NaN] = [times[Math.floor(times.length / 2)], times.at(-1)];
  return { answers: times.length, refused, median, slowest, processor };
}

function statusOf(address: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    }).once('error', reject);
  });
}
