const FIRST_BYTES = 65_536;

/** Many texts by number in few bytes: a string each would hold on to the pieces of the file that they were cut from. */
export class TextTable {
  #bytes = Buffer.alloc(FIRST_BYTES);
  #ends = new Float64Array(1024);
  #count = 0;

  /** Adds a text under the next number, from 0. */
  add(text: string): void {
    const start = this.#endOf(this.#count - 1);
    const end = start + Buffer.byteLength(text);
    if (end > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], Math.max(end, this.#bytes.length * 2));
    this.#bytes.write(text, start);
    if (this.#count === this.#ends.length) {
      const more = new Float64Array(this.#count * 2);
      more.set(this.#ends);
      this.#ends = more;
    }
    this.#ends[this.#count] = end;
    this.#count += 1;
  }

  /** The text of a number; empty where there is none. */
  at(number: number): string {
    if (!(number >= 0 && number < this.#count)) return '';
    return this.#bytes.toString('utf8', this.#endOf(number - 1), this.#endOf(number));
  }

  #endOf(number: number): number {
    return number < 0 ? 0 : (this.#ends[number] ?? 0);
  }
}
