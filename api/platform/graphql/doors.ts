import type { ServerResponse } from 'node:http';
import type { KnownDocument } from './documents.ts';
import type { Asked } from './exchange.ts';

/** How many requests for a field a process answers at the same time. */
export interface DoorWidth {
  readonly usual: number;
  /**
   * While a long line waits: what is in hand is done first, and quickly, instead of everything a little. Those that are slow do not count:
   * a narrow door before work that waits for something else would keep the line long by itself.
   */
  readonly inRush: number;
}

/** So many who wait are a rush. */
const RUSH = 8;
/** What is in hand for longer than this, in milliseconds, waits for something itself, or for a processor, and holds up no other in a rush. */
const SLOW_MS = 250;

/** Who waits for an answer, as far as a door has to know: whether somebody is still there. */
export type Waiter = Pick<ServerResponse, 'destroyed' | 'once' | 'off'>;

/**
 * Doors before fields that everybody asks for at once. Who comes in a rush stands in line before anything is read for them, even who they
 * are: otherwise that alone would take the time of those who came first. Who goes away leaves the line: a client that lost its patience
 * asks again, and a line full of those who are gone would never get to anybody who still waits.
 */
export class Doors {
  private readonly lines: ReadonlyMap<string, Line>;

  constructor(widths: ReadonlyMap<string, DoorWidth>) {
    this.lines = new Map([...widths].map(([field, width]) => [field, new Line(width)]));
  }

  /**
   * Answers when it is the request's turn; at once when it asks for none of these fields, or its document is new. Null, and nothing was
   * done, when nobody waits for the answer any more.
   */
  through<Answer>(
    known: KnownDocument | null,
    asked: Asked | null,
    waiter: Waiter,
    answer: () => Promise<Answer>,
  ): Promise<Answer | null> {
    const name = typeof asked?.operationName === 'string' ? asked.operationName : null;
    const fields = known?.operation(name)?.measure.rootFields ?? [];
    const line = fields.map((field) => this.lines.get(field)).find((each) => each !== undefined);
    return line ? line.inTurn(waiter, answer) : answer();
  }
}

/** Who stands before one door, first come, first served. */
class Line {
  private readonly waiting = new Set<() => void>();
  /** In hand, and of those the ones that are not slow. */
  private answering = 0;
  private quick = 0;

  constructor(private readonly width: DoorWidth) {}

  async inTurn<Answer>(waiter: Waiter, answer: () => Promise<Answer>): Promise<Answer | null> {
    if (!(await this.turnOf(waiter))) return null;
    let isQuick = true;
    const leaveQuick = (): void => {
      if (isQuick) this.quick -= 1;
      isQuick = false;
    };
    const slow = setTimeout(() => {
      leaveQuick();
      this.letIn();
    }, SLOW_MS);
    try {
      return await answer();
    } finally {
      clearTimeout(slow);
      leaveQuick();
      this.answering -= 1;
      this.letIn();
    }
  }

  /** True when it is the waiter's turn, false when it went away before. */
  private async turnOf(waiter: Waiter): Promise<boolean> {
    if (waiter.destroyed) return false;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const begin = () => {
      waiter.off('close', leave);
      resolve(true);
    };
    const leave = () => {
      this.waiting.delete(begin);
      resolve(false);
      this.letIn(); // a shorter line may be no rush any more
    };
    waiter.once('close', leave);
    this.waiting.add(begin);
    this.letIn();
    return promise;
  }

  private letIn(): void {
    for (const begin of this.waiting) {
      if (!this.isOpen()) return;
      this.answering += 1;
      this.quick += 1;
      this.waiting.delete(begin);
      begin();
    }
  }

  private isOpen(): boolean {
    const { usual, inRush } = this.width;
    return this.answering < usual && (this.waiting.size <= RUSH || this.quick < inRush);
  }
}
