/** Where a stand-in takes its time from. The demo hands in the wall clock, a test its own. */
export interface Clock {
  now(): Date;
}

interface Alarm {
  at: number;
  order: number;
  task: () => unknown;
}

/** Longest wait that setTimeout takes without firing at once. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/**
 * A clock that can be pushed forward. Deadlines and retries hang on it, so that a test sees five hours of retries in a
 * few milliseconds, each at its own instant, while a demo sees them in real time.
 */
export class StageClock implements Clock {
  private readonly base: Clock;
  private offsetMs = 0;
  private counter = 0;
  private alarms: Alarm[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly running = new Set<Promise<unknown>>();
  private advancing: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(base: Clock = { now: () => new Date() }) {
    this.base = base;
  }

  now(): Date {
    return new Date(this.base.now().getTime() + this.offsetMs);
  }

  /** Runs `task` once at that instant, or as soon as possible when it has passed. Answers a function that calls it off. */
  schedule(at: Date, task: () => unknown): () => void {
    const alarm = { at: at.getTime(), order: this.counter++, task };
    this.alarms.push(alarm);
    this.alarms.sort((a, b) => a.at - b.at || a.order - b.order);
    this.arm();
    return () => {
      this.alarms = this.alarms.filter((other) => other !== alarm);
    };
  }

  /** Starts whatever is due by now; needed where the clock underneath was moved by someone else. */
  sync(): void {
    for (let alarm = this.takeDue(this.now().getTime()); alarm; alarm = this.takeDue(this.now().getTime())) {
      this.run(alarm);
    }
    this.arm();
  }

  /** Pushes the clock forward by `ms`, running what falls due on the way at its own instant, one after the other. */
  advance(ms: number): Promise<void> {
    const next = this.advancing.then(async () => {
      const target = this.now().getTime() + ms;
      await this.settled();
      for (let alarm = this.takeDue(target); alarm && !this.closed; alarm = this.takeDue(target)) {
        this.offsetMs += Math.max(0, alarm.at - this.now().getTime());
        this.run(alarm);
        await this.settled();
      }
      this.offsetMs += Math.max(0, target - this.now().getTime());
      this.arm();
    });
    this.advancing = next;
    return next;
  }

  /** Counts a piece of work as under way, so that `settled` waits for it. */
  track(work: Promise<unknown>): void {
    this.running.add(work);
    // A task answers for its own failures; what escapes here must not end the process.
    work.catch(() => {}).finally(() => this.running.delete(work));
  }

  /** Resolves when nothing that was started is still under way. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  /** When the next piece of work is due; null when nothing waits. */
  next(): Date | null {
    const [first] = this.alarms;
    return first ? new Date(first.at) : null;
  }

  /** Calls off everything that waits. */
  clear(): void {
    this.alarms = [];
    clearTimeout(this.timer);
  }

  close(): void {
    this.closed = true;
    this.clear();
  }

  private takeDue(limit: number): Alarm | undefined {
    const first = this.alarms[0];
    return first && first.at <= limit ? this.alarms.shift() : undefined;
  }

  private run(alarm: Alarm): void {
    const outcome = alarm.task();
    if (outcome instanceof Promise) this.track(outcome);
  }

  private arm(): void {
    clearTimeout(this.timer);
    const first = this.alarms[0];
    if (!first || this.closed) return;
    const wait = Math.min(Math.max(0, first.at - this.now().getTime()), LONGEST_WAIT_MS);
    // Due alarms run from the timer, never inside `schedule`, so that a caller finishes its own change first.
    this.timer = setTimeout(() => this.sync(), wait);
    this.timer.unref();
  }
}
