import { parentPort, workerData } from 'node:worker_threads';
import { replyTo, unpacked } from './statistics-program.ts';
import type { StatisticQuestion } from './trpc.ts';

/** Answers statistics beside the thread that asks for them: each message with one message. */
const dataset = unpacked(workerData as Uint8Array);

parentPort?.on('message', (question: StatisticQuestion) => {
  void replyTo({ dataset }, question).then((reply) => parentPort?.postMessage(reply));
});
