/** Notices that wait for one reader before they become one `lost`. */
const MOST_WAITING = 100;

/**
 * What one reader takes from many notices. Unlike an async generator it ends at once when its reader leaves, also while the
 * reader waits; and it never holds more than a bounded number of notices.
 */
export class Subscriber<Notice> implements AsyncIterableIterator<Notice> {
  readonly #waiting: Notice[] = [];
  #reader: ((result: IteratorResult<Notice, undefined>) => void) | null = null;
  #isOver = false;

  constructor(
    readonly fits: (notice: Notice) => boolean,
    /** Stands for notices that had to be dropped. */
    readonly lost: Notice,
    readonly onEnd: () => void,
  ) {}

  /** Gives a notice to the reader, now or when it asks. */
  offer(notice: Notice): void {
    if (this.#isOver || !this.fits(notice)) return;
    if (this.#reader) {
      const reader = this.#reader;
      this.#reader = null;
      reader({ value: notice, done: false });
      return;
    }
    if (this.#waiting.length >= MOST_WAITING) this.#waiting.splice(0, this.#waiting.length, this.lost);
    else this.#waiting.push(notice);
  }

  /** Ends it for its reader. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#waiting.length = 0;
    this.#reader?.({ value: undefined, done: true });
    this.#reader = null;
    this.onEnd();
  }

  async next(): Promise<IteratorResult<Notice, undefined>> {
    const notice = this.#waiting.shift();
    if (notice !== undefined) return { value: notice, done: false };
    if (this.#isOver) return { value: undefined, done: true };
    return new Promise((resolve) => {
      this.#reader = resolve;
    });
  }

  async return(): Promise<IteratorResult<Notice, undefined>> {
    this.end();
    return { value: undefined, done: true };
  }

  async throw(): Promise<IteratorResult<Notice, undefined>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
