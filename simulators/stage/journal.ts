/** What a stand-in saw or did, newest last; the oldest entries fall off so that a long demo does not grow for ever. */
export class Journal<Entry extends object> {
  private readonly limit: number;
  private entries: (Entry & { seq: number })[] = [];
  private lastSeq = 0;

  constructor(limit = 2_000) {
    this.limit = limit;
  }

  /** Adds an entry and answers it with its number; it may be completed later, in place. */
  add(entry: Entry): Entry & { seq: number } {
    const numbered = Object.assign(entry, { seq: ++this.lastSeq });
    this.entries.push(numbered);
    if (this.entries.length > this.limit) this.entries.shift();
    return numbered;
  }

  list(after = 0): (Entry & { seq: number })[] {
    return this.entries.filter((entry) => entry.seq > after);
  }

  clear(): void {
    this.entries = [];
  }
}
