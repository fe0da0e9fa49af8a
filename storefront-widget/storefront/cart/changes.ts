/**
 * Changes that wait to be sent, one after the other. A newer change of the same thing takes the place of the older one; a change
 * that could not be sent stays first, so that nothing is lost when the connection comes back.
 */
export class Changes {
  readonly #waiting = new Map<string, () => Promise<void>>();

  /** Adds a change of the thing that `key` names. */
  put(key: string, send: () => Promise<void>): void {
    this.#waiting.set(key, send);
  }

  /** Whether a change of this thing has not been answered yet. */
  isWaiting(key: string): boolean {
    return this.#waiting.has(key);
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  /** Sends all that waits, also what is added meanwhile. Throws what a change throws, and keeps that change. */
  async sendAll(): Promise<void> {
    for (let next = this.#first(); next; next = this.#first()) {
      const [key, send] = next;
      await send();
      if (this.#waiting.get(key) === send) this.#waiting.delete(key);
    }
  }

  #first(): [string, () => Promise<void>] | undefined {
    return this.#waiting.entries().next().value;
  }
}
