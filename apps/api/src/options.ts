import type { Encoders, Incoming } from '@govexport/http';
import type { Asker } from '@govexport/http/node';
import type { StatisticQuestion } from '@govexport/router';
import type { PackageFiles } from './files/package-files.ts';

/** What became of a request. */
export interface Outcome {
  readonly id: string;
  readonly method: string;
  readonly address: string;
  /** What was asked for: the id of an operation, a group of addresses, or `none`. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What a host offers to the app, and where the limits are. */
export interface AppOptions {
  /** Address under which clients reach the API; it stands in the examples of the description. */
  readonly origin?: string;
  /** Files of the published dataset; left out where another dataset is served. */
  readonly files?: PackageFiles;
  /** Most bytes that kept answers may hold; 8 MiB where not given. */
  readonly cacheBytes?: number;
  /** How the host compresses and digests answers; as every runtime does where not given. */
  readonly encoders?: Encoders;
  /** Over once the host has done what waited; a timer of no time where not given. */
  readonly pause?: () => Promise<void>;
  /** Requests that a client may make in a minute; 0 or not given: any number. */
  readonly rateLimit?: number;
  /** Tells clients apart. */
  readonly clientOf?: (incoming: Incoming | undefined) => string;
  /** Computes a statistic beside the thread that answers; in it where not given. */
  readonly compute?: (question: StatisticQuestion, asker: Asker) => Promise<unknown>;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
  /** Told of every unexpected error, of which the client learns nothing. */
  readonly report?: (error: unknown, id: string) => void;
  /** Told what became of every request. */
  readonly observe?: (outcome: Outcome) => void;
  /** Writes the figures for Prometheus; without it there is no address for them. */
  readonly metrics?: () => Promise<string>;
  /** Whether the host is about to end. */
  readonly ending?: () => boolean;
}
