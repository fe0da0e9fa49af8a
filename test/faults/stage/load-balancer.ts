import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from './stage.ts';

/** How often a process is asked whether it is ready, and how long it may take, in milliseconds. */
const LOOK_MS = 500;
const PATIENCE_MS = 1000;

/** Sends requests to web processes that say they are ready, as any load balancer does. */
export class LoadBalancer {
  readonly #isReady = [true, true];
  readonly #ending = new AbortController();

  constructor(stage: Stage) {
    for (const web of [0, 1]) void this.#watch(stage, web);
  }

  /** The process that is asked instead of this one: itself while it is ready, or nobody is. */
  sendOn(web: number): number {
    const other = 1 - web;
    return !this.#isReady[web] && this.#isReady[other] ? other : web;
  }

  /** Resolves when a process that runs again gets requests. */
  async hasSeen(web: number): Promise<void> {
    while (!this.#isReady[web]) await pause(50);
  }

  close(): void {
    this.#ending.abort();
  }

  async #watch(stage: Stage, web: number): Promise<void> {
    while (!this.#ending.signal.aborted) {
      const answer = fetch(`${stage.webs[web]}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
      this.#isReady[web] = await answer.then(
        ({ ok }) => ok,
        () => false,
      );
      await pause(LOOK_MS);
    }
  }
}
