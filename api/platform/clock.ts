/** Where business time comes from. Nothing else in api/ asks for the time, so that tests can move it. */
export interface Clock {
  /** The present instant, UTC. */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved; deadlines are then reached without waiting. */
export class VirtualClock implements Clock {
  #now: number;

  constructor(start: Date) {
    this.#now = start.getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Moves time forward by so many seconds. */
  advance(seconds: number): void {
    this.#now += seconds * 1000;
  }
}
