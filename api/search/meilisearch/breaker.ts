/** Failures in a row after which the engine is left alone. */
const FAILURES = 3;
/** Milliseconds for which it is left alone before one caller tries it again. */
const REST = 2_000;

/** Keeps callers from waiting for an engine that does not answer. Times are those of the clock handed in, in milliseconds. */
export class CircuitBreaker {
  #failures = 0;
  #triedAt = 0;

  /** Whether to ask the engine. While it is in trouble, one caller every two seconds may. */
  allows(now: number): boolean {
    if (this.isResting(now)) return false;
    this.#triedAt = now;
    return true;
  }

  /** Whether it is in trouble and nobody is to try it yet. */
  isResting(now: number): boolean {
    return this.isOpen && now - this.#triedAt < REST;
  }

  /** Whether the engine is given up, until it has answered. */
  get isOpen(): boolean {
    return this.#failures >= FAILURES;
  }

  /** Notes an answer; true when the engine was given up before and is back. */
  succeeded(): boolean {
    const isBack = this.isOpen;
    this.#failures = 0;
    return isBack;
  }

  /** Notes a failure; true when the engine is given up from now on. */
  failed(now: number): boolean {
    this.#failures += 1;
    this.#triedAt = now;
    return this.#failures === FAILURES;
  }
}
