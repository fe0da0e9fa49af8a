/** A call under way. It is ended once, with whether an answer came. */
export interface Trial {
  end(answered: boolean): void;
}

/** When the circuit opens, and for how long. Times are real milliseconds, not business time. */
export interface CircuitLimits {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** A call that hangs counts as `slowCost` failures each time so much of it has passed. */
  readonly slowMs: number;
  readonly slowCost: number;
  /** How long nobody may call once it is open. */
  readonly pauseMs: number;
}

/** A provider that hangs is noticed within 8 seconds by a single call, and within 3 by several. */
const LIMITS: CircuitLimits = { failures: 8, slowMs: 2_500, slowCost: 3, pauseMs: 5_000 };

/**
 * Looks at a call under way before it costs. A look counts the time since the one before it, so that late looks do not add up to a
 * late notice, but at most twice its length: a process that itself stood still does not take its own pause for the provider's.
 */
const LOOKS = 10;

/**
 * Stops asking a provider that does not answer, so that waiting calls do not pile up. Kept per process. After the pause one call
 * tries; the others are held back until that one is answered, which closes the circuit.
 */
export class CircuitBreaker {
  readonly #limits: CircuitLimits;
  #failures = 0;
  #openUntil = 0;
  #isTrying = false;

  constructor(limits: Partial<CircuitLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  /** Begins a call; null when it is held back. */
  begin(): Trial | null {
    const wasOpen = this.#failures >= this.#limits.failures;
    if (wasOpen && (this.#isTrying || performance.now() < this.#openUntil)) return null;
    if (wasOpen) this.#isTrying = true;
    const slow = this.#watch();
    return {
      end: (answered) => {
        clearInterval(slow);
        if (wasOpen) this.#isTrying = false;
        if (answered) this.#failures = 0;
        else this.#failed(1);
      },
    };
  }

  /** Counts a call under way as failures, again and again while it hangs. */
  #watch(): NodeJS.Timeout {
    const { slowMs, slowCost } = this.#limits;
    const lookMs = slowMs / LOOKS;
    let lookedAt = performance.now();
    let awakeMs = 0;
    const looks = setInterval(() => {
      const now = performance.now();
      awakeMs += Math.min(now - lookedAt, 2 * lookMs);
      lookedAt = now;
      if (awakeMs < slowMs) return;
      awakeMs -= slowMs;
      this.#failed(slowCost);
    }, lookMs);
    return looks.unref();
  }

  #failed(cost: number): void {
    this.#failures += cost;
    if (this.#failures >= this.#limits.failures) this.#openUntil = performance.now() + this.#limits.pauseMs;
  }
}
