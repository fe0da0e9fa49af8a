import type { Clock } from '../stage/clock.ts';
import { GONE, type Outcome } from '../stage/faults.ts';
import { asRecord } from '../stage/scope.ts';

const LIFE_MS = 5 * 60_000;
const LONGEST_KEY = 46;

/**
 * Answers kept under the merchant's Idempotency-Key: for five minutes, across all paths, whatever the new body says. Only
 * successes are kept; while the first call runs, others get HTTP 202. A key that is too long counts as none.
 */
export class IdempotencyKeys {
  private readonly clock: Clock;
  private readonly kept = new Map<string, { outcome: Outcome; until: number } | 'running'>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Runs `work` once per key. */
  async run(key: string | undefined, work: () => Promise<Outcome>): Promise<Outcome> {
    if (!key || key.length > LONGEST_KEY) return work();
    this.forgetOld();
    const found = this.kept.get(key);
    if (found === 'running') {
      return { status: 202, body: { message: 'A request with the same Idempotency-Key is still being processed' } };
    }
    if (found) return found.outcome;
    this.kept.set(key, 'running');
    let outcome: Outcome = GONE;
    try {
      outcome = await work();
      return outcome;
    } finally {
      // Taken out and put in again, so that answers stand in the order in which they run out.
      this.kept.delete(key);
      if (succeeded(outcome)) this.kept.set(key, { outcome, until: this.clock.now().getTime() + LIFE_MS });
    }
  }

  private forgetOld(): void {
    const now = this.clock.now().getTime();
    for (const [key, entry] of this.kept) {
      if (entry === 'running') continue;
      if (entry.until > now) return;
      this.kept.delete(key);
    }
  }

  clear(): void {
    this.kept.clear();
  }
}

function succeeded(outcome: Outcome): boolean {
  if (outcome === GONE || outcome.status >= 300) return false;
  const code = Number(asRecord(outcome.body)?.status_code);
  return code < 300 || code === 407;
}
