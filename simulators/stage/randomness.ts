import { randomInt } from 'node:crypto';

/** Chance for a stand-in: the same seed gives the same ids, numbers and faults; without a seed it is real chance. */
export class Randomness {
  private state: number | undefined;

  constructor(seed?: number) {
    this.state = seed === undefined ? undefined : seed >>> 0;
  }

  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number {
    return this.state === undefined ? randomInt(limit) : Math.floor(this.fraction() * limit);
  }

  /** A fraction from 0 up to, not including, 1. */
  fraction(): number {
    if (this.state === undefined) return randomInt(2 ** 40) / 2 ** 40;
    // mulberry32: small, well spread, and the same on every machine
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  digits(length: number): string {
    return Array.from({ length }, () => this.below(10)).join('');
  }

  /** Lower-case hexadecimal digits. */
  hex(length: number): string {
    return Array.from({ length }, () => this.below(16).toString(16)).join('');
  }

  /** A version 4 UUID. */
  uuid(): string {
    const variant = (8 + this.below(4)).toString(16);
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-${variant}${this.hex(3)}-${this.hex(12)}`;
  }
}
