import type { FastifyBaseLogger } from 'fastify';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
const LEVELS: readonly Level[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * The log of one request: every line names the request. It is made when the first line is written, because most requests
 * write none and making a log costs more than answering from memory.
 */
export function requestLog(log: FastifyBaseLogger, bindings: object): FastifyBaseLogger {
  return new LazyLog(log, bindings) as unknown as FastifyBaseLogger;
}

class LazyLog {
  #made: FastifyBaseLogger | null = null;

  constructor(
    readonly log: FastifyBaseLogger,
    readonly bindings: object,
  ) {}

  get made(): FastifyBaseLogger {
    this.#made ??= this.log.child(this.bindings);
    return this.#made;
  }

  get level(): string {
    return this.log.level;
  }

  child(...given: Parameters<FastifyBaseLogger['child']>): FastifyBaseLogger {
    return this.made.child(...given);
  }
}

for (const level of LEVELS) {
  Object.defineProperty(LazyLog.prototype, level, {
    value(this: LazyLog, ...line: unknown[]) {
      (this.made[level] as (...given: unknown[]) => void)(...line);
    },
  });
}
