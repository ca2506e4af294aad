import { Worker } from 'node:worker_threads';
import { Unwanted } from '../unwanted.ts';
import { Rotation } from './rotation.ts';

/** Who asks, and whether the answer is still waited for. */
export interface Asker {
  readonly client: string;
  /** Aborted once nobody waits for the answer any more. */
  readonly left?: AbortSignal;
}

/** Limits of a pool. */
export interface PoolLimits {
  /** Most workers that compute at the same time. */
  readonly workers: number;
  /** Most questions that wait for a worker. */
  readonly waiting: number;
  /** Most seconds that a worker takes for a question. */
  readonly seconds: number;
}

/** What a pool runs: a program that answers each message, which is a question, with one message. */
export interface Program<Question, Answer> {
  /** The file of the program. */
  readonly file: URL;
  /** What each worker is given when it starts; asked for once, with the first question. */
  readonly data: () => unknown;
  /** Reads what a worker has sent; it throws where that tells of a failure. */
  readonly read: (message: unknown) => Answer;
  /** What a client is told whose question is not answered, since too many wait or since it takes too long. */
  readonly refuse: (reason: 'crowded' | 'slow', question: Question, limits: PoolLimits) => Error;
}

/** How many questions are computed, and how many wait. */
export interface PoolFigures {
  readonly computed: number;
  readonly waiting: number;
}

/** A question on its way. */
interface Order<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** A worker, and what it computes. */
interface Place<Question, Answer> {
  readonly worker: Worker;
  order: Order<Question, Answer> | undefined;
  clock: NodeJS.Timeout | undefined;
  ending: boolean;
}

/**
 * Answers questions in a few threads beside that of the server, one question a thread at a time, in rotation by client. A
 * question that takes too long, or that nobody waits for any more, is dropped also while it is computed: its worker is
 * ended, and another one takes its place. Where too many wait, the client that has the most of them loses its newest.
 */
export class WorkerPool<Question, Answer> {
  readonly #program: Program<Question, Answer>;
  readonly #limits: PoolLimits;
  readonly #waiting = new Rotation<Order<Question, Answer>>();
  readonly #places = new Set<Place<Question, Answer>>();
  #data: unknown;

  /** No worker is started before the first question. */
  constructor(program: Program<Question, Answer>, limits: PoolLimits) {
    this.#program = program;
    this.#limits = limits;
  }

  figures(): PoolFigures {
    const computed = [...this.#places].filter(({ order }) => order !== undefined).length;
    return { computed, waiting: this.#waiting.size };
  }

  /**
   * Asks a question.
   *
   * @throws Unwanted where nobody waits any more, what the program refuses it with, or what went wrong in the worker
   */
  async ask(question: Question, { client, left }: Asker): Promise<Answer> {
    if (left?.aborted === true) throw new Unwanted();
    let leave: (() => void) | undefined;
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const order = { question, resolve, reject };
        leave = () => this.#drop(order, new Unwanted());
        left?.addEventListener('abort', leave);
        this.#waiting.add(client, order);
        this.#work();
        if (this.#waiting.size > this.#limits.waiting) this.#refuseOne();
      });
    } finally {
      if (leave !== undefined) left?.removeEventListener('abort', leave);
    }
  }

  /** Ends every worker; what is computed or waits is not answered. */
  async end(): Promise<void> {
    const workers = [...this.#places].map(({ worker }) => worker);
    for (let order = this.#waiting.next(); order !== undefined; order = this.#waiting.next())
      order.reject(new Unwanted());
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #refuseOne(): void {
    const order = this.#waiting.newestOfMost();
    order?.reject(this.#program.refuse('crowded', order.question, this.#limits));
  }

  /** Takes a question back that waits or is computed. */
  #drop(order: Order<Question, Answer>, error: Error): void {
    order.reject(error);
    if (this.#waiting.delete(order)) return;
    for (const place of this.#places) {
      if (place.order !== order) continue;
      // Another worker takes its place once it has ended.
      place.ending = true;
      void place.worker.terminate();
    }
  }

  /** Hands over what waits, as long as there is a worker for it. */
  #work(): void {
    while (this.#waiting.size > 0) {
      const place = this.#freePlace();
      if (place === undefined) return;
      const order = this.#waiting.next();
      if (order === undefined) return;
      place.order = order;
      place.clock = setTimeout(
        () => this.#drop(order, this.#program.refuse('slow', order.question, this.#limits)),
        this.#limits.seconds * 1_000,
      );
      place.worker.postMessage(order.question);
    }
  }

  #freePlace(): Place<Question, Answer> | undefined {
    for (const place of this.#places) if (place.order === undefined && !place.ending) return place;
    return this.#places.size < this.#limits.workers ? this.#newPlace() : undefined;
  }

  #newPlace(): Place<Question, Answer> {
    this.#data ??= this.#program.data();
    const worker = new Worker(this.#program.file, { workerData: this.#data });
    const place: Place<Question, Answer> = { worker, order: undefined, clock: undefined, ending: false };
    this.#places.add(place);
    // A server that has ended waits for no worker.
    worker.unref();
    worker.on('message', (message: unknown) => {
      settle(place, ({ resolve }) => resolve(this.#program.read(message)));
      this.#work();
    });
    worker.on('error', (error) => settle(place, ({ reject }) => reject(error)));
    worker.on('exit', () => {
      settle(place, ({ reject }) => reject(new Error('The worker has ended before its answer was there.')));
      this.#places.delete(place);
      this.#work();
    });
    return place;
  }
}

/** Takes the question from a place and does with it what is left to do. */
function settle<Question, Answer>(place: Place<Question, Answer>, end: (order: Order<Question, Answer>) => void): void {
  const { order, clock } = place;
  clearTimeout(clock);
  place.order = undefined;
  if (order === undefined) return;
  try {
    end(order);
  } catch (error) {
    order.reject(error);
  }
}
