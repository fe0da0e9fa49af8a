import type { Child } from './child.ts';

/** What a process says that dies at a marked point, with the names of the point. */
const ENDS_AT = /^ends at (.+)$/m;

/** The marked points at which a process ended by what it printed last; null when it was at none. */
export function diedAt(last: string): string[] | null {
  return ENDS_AT.exec(last)?.[1]?.split(', ') ?? null;
}

/** Watches processes for those that end without anybody's having told them to. */
export class Fallen {
  readonly #sentences: string[] = [];

  /** Watches one until it ends. One that is armed may end at a marked point. */
  watch(name: string, child: Pick<Child, 'ended' | 'endedByItself' | 'last'>, isArmed: boolean): void {
    void child.last.then((last) => {
      if (!child.endedByItself() || (isArmed && diedAt(last))) return;
      this.#sentences.push(`${name} ended by itself with ${child.ended()}: ${last.trim().slice(-300)}`);
    });
  }

  /** Those that ended so, each as one sentence. */
  sentences(): readonly string[] {
    return this.#sentences;
  }
}
