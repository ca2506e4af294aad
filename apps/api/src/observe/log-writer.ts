import { write } from 'node:fs';
import { promisify } from 'node:util';

const writing = promisify(write);

/** Lines are written together, so that a log costs little: so many bytes at once, and none waits longer than this. */
const together = 8_192;
const flushEvery = 500;

/** So many letters wait for a log that cannot be written; later lines are lost, and counted. */
const mostWaiting = 1_048_576;

/**
 * Writes lines to a file that is open. One that cannot be written, such as on a full disk, ends nothing: standard error is
 * told once, and the file how many lines it lacks once it can be written again. The writing is of our own: that of pino tries
 * for ever, and the process stands still, where the file does not take what is left at the end.
 */
export class LogWriter {
  readonly #file: number;
  #waiting = '';
  #lost = 0;
  #broken = false;
  #clock: NodeJS.Timeout | undefined;
  #flushing: Promise<void> | undefined;

  /** @param file - its number, such as 1 for standard output */
  constructor(file: number) {
    this.#file = file;
  }

  write(line: string): void {
    if (this.#waiting.length + line.length > mostWaiting) this.#lost += 1;
    else this.#waiting += line;
    if (this.#waiting.length >= together && !this.#broken) void this.flush();
    else this.#clock ??= setTimeout(() => void this.flush(), flushEvery).unref();
  }

  /** Writes what waits, as far as it can be written. */
  flush(): Promise<void> {
    clearTimeout(this.#clock);
    this.#clock = undefined;
    return (this.#flushing ??= this.#writeAll().finally(() => (this.#flushing = undefined)));
  }

  async #writeAll(): Promise<void> {
    let bytes = Buffer.from('');
    try {
      while (this.#waiting !== '') {
        bytes = Buffer.from(this.#waiting);
        this.#waiting = '';
        while (bytes.length > 0) bytes = bytes.subarray((await writing(this.#file, bytes)).bytesWritten);
        this.#broken = false;
        this.#tellWhatLacks();
      }
    } catch (error) {
      this.#waiting = bytes.toString() + this.#waiting;
      const { code } = error as NodeJS.ErrnoException;
      if (!this.#broken) console.error(`The log cannot be written (${code ?? ''}); the server goes on without it.`);
      this.#broken = true;
    }
  }

  #tellWhatLacks(): void {
    if (this.#lost === 0) return;
    const msg = `${this.#lost} lines of the log could not be written.`;
    this.#waiting = `${JSON.stringify({ level: 40, time: new Date().toISOString(), msg })}\n${this.#waiting}`;
    this.#lost = 0;
  }
}
