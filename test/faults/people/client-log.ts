import { createWriteStream } from 'node:fs';

/** What a client saw of one call: what it sent and what came back. */
export interface Entry {
  /** Counts up over all calls of a run. */
  readonly call: number;
  /** Milliseconds since the run began. */
  readonly at: number;
  /** The mutation, or `pay` at the provider's page. */
  readonly op: string;
  /** Whose call it is. */
  readonly who: string;
  /** Names the intention: every try of it bears the same. */
  readonly key: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** `sent` when it left; then what became of it. Unknown: no answer, or one that says that something broke. */
  readonly what: 'sent' | 'done' | 'refused' | 'unknown';
  /** Public ids of what was answered, or the code of the refusal, or why nothing is known. */
  readonly answer?: unknown;
  /** HTTP status, 0 where there was none. */
  readonly status?: number;
}

/** The written log of all clients: on disk line by line, and in memory for the checker. */
export class ClientLog {
  readonly entries: Entry[] = [];
  readonly #file: NodeJS.WritableStream;
  readonly #began = performance.now();
  #calls = 0;

  constructor(path: string) {
    this.#file = createWriteStream(path, { flags: 'a' });
  }

  /** Notes that a call leaves, and gives its number. */
  sent(call: Pick<Entry, 'op' | 'who' | 'key' | 'input'>): number {
    this.#calls += 1;
    this.#write({ ...call, call: this.#calls, at: this.#now(), what: 'sent' });
    return this.#calls;
  }

  /** Notes what became of a call. */
  ended(call: number, fields: Omit<Entry, 'call' | 'at'>): void {
    this.#write({ ...fields, call, at: this.#now() });
  }

  close(): Promise<void> {
    return new Promise((closed) => this.#file.end(() => closed()));
  }

  #now(): number {
    return Math.round(performance.now() - this.#began);
  }

  #write(entry: Entry): void {
    this.entries.push(entry);
    this.#file.write(`${JSON.stringify(entry)}\n`);
  }
}
