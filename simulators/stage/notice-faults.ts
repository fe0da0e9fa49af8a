import type { Randomness } from './randomness.ts';

/** Trouble with the next `times` notices: lost, sent several times, late by `ms`, or held until all came and sent out of order. */
export interface NoticeFault {
  kind: 'drop' | 'duplicate' | 'delay' | 'shuffle';
  times: number;
  /** How often a duplicated notice arrives in all. */
  copies: number;
  ms: number;
}

/** What is to happen with a notice: nothing, held back for now, sent, or the whole held batch sent in this order. */
export type Fate<Notice> =
  | { kind: 'drop' | 'hold' }
  | { kind: 'send'; copies: number; delayMs: number }
  | { kind: 'release'; notices: Notice[] };

/** Reads a notice fault from a control call, or says in a sentence what is wrong with it. */
export function readNoticeFault(given: Record<string, unknown>): NoticeFault | string {
  const { kind, times = 1, copies = 2, ms = 60_000 } = given;
  if (kind !== 'drop' && kind !== 'duplicate' && kind !== 'delay' && kind !== 'shuffle') {
    return 'kind is one of drop, duplicate, delay, shuffle';
  }
  for (const [name, value] of Object.entries({ times, copies, ms })) {
    if (!Number.isSafeInteger(value) || Number(value) < 0) return `${name} is a whole number, 0 or more`;
  }
  return { kind, times: Number(times), copies: Number(copies), ms: Number(ms) };
}

/** The trouble that waits for the next notices; one fault at a time, first planned first used. */
export class NoticeFaults<Notice> {
  private faults: NoticeFault[] = [];
  private held: Notice[] = [];
  private readonly random: Randomness;

  constructor(random: Randomness) {
    this.random = random;
  }

  add(fault: NoticeFault): void {
    this.faults.push({ ...fault });
  }

  list(): NoticeFault[] {
    return this.faults;
  }

  clear(): void {
    this.faults = [];
    this.held = [];
  }

  decide(notice: Notice): Fate<Notice> {
    const fault = this.faults[0];
    if (!fault) return { kind: 'send', copies: 1, delayMs: 0 };
    fault.times -= 1;
    if (fault.times <= 0) this.faults.shift();
    if (fault.kind === 'drop') return { kind: 'drop' };
    if (fault.kind === 'duplicate') return { kind: 'send', copies: fault.copies, delayMs: 0 };
    if (fault.kind === 'delay') return { kind: 'send', copies: 1, delayMs: fault.ms };
    this.held.push(notice);
    return fault.times > 0 ? { kind: 'hold' } : { kind: 'release', notices: this.shuffled() };
  }

  /** The held notices in another order than they came. */
  private shuffled(): Notice[] {
    const came = this.held;
    this.held = [];
    const turn = 1 + this.random.below(Math.max(1, came.length - 1));
    return [...came.slice(turn), ...came.slice(0, turn)];
  }
}
