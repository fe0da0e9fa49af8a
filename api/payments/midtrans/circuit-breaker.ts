/** Stops asking a provider that does not answer, so that waiting calls do not pile up. Kept per process. */
export class CircuitBreaker {
  #failures = 0;
  #openUntil = 0;

  constructor(
    /** Failures in a row that open it. */
    private readonly limit = 8,
    /** How long it stays open, in milliseconds. */
    private readonly pauseMs = 5_000,
    /** Milliseconds that only grow; not business time. */
    private readonly ticks: () => number = () => performance.now(),
  ) {}

  /** Whether calls are held back now. After the pause one may try. */
  get isOpen(): boolean {
    return this.ticks() < this.#openUntil;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(): void {
    this.#failures += 1;
    if (this.#failures >= this.limit) this.#openUntil = this.ticks() + this.pauseMs;
  }
}
