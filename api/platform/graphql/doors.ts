import type { KnownDocument } from './documents.ts';
import type { Asked } from './exchange.ts';

/** How many requests for a field a process answers at the same time. */
export interface DoorWidth {
  readonly usual: number;
  /** While a long line waits: what is in hand is done first, and quickly, instead of everything a little. */
  readonly inRush: number;
}

/** So many who wait are a rush. */
const RUSH = 8;

/**
 * Doors before fields that everybody asks for at once. Who comes in a rush stands in line before anything is read for them, even who they
 * are: otherwise that alone would take the time of those who came first.
 */
export class Doors {
  private readonly lines: ReadonlyMap<string, Line>;

  constructor(widths: ReadonlyMap<string, DoorWidth>) {
    this.lines = new Map([...widths].map(([field, width]) => [field, new Line(width)]));
  }

  /** Answers when it is the request's turn; at once when it asks for none of these fields, or its document is new. */
  through<Answer>(known: KnownDocument | null, asked: Asked | null, answer: () => Promise<Answer>): Promise<Answer> {
    const name = typeof asked?.operationName === 'string' ? asked.operationName : null;
    const fields = known?.operation(name)?.measure.rootFields ?? [];
    const line = fields.map((field) => this.lines.get(field)).find((each) => each !== undefined);
    return line ? line.inTurn(answer) : answer();
  }
}

/** Who stands before one door, first come, first served. */
class Line {
  private readonly waiting: (() => void)[] = [];
  private answering = 0;

  constructor(private readonly width: DoorWidth) {}

  async inTurn<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
    await new Promise<void>((begin) => {
      this.waiting.push(begin);
      this.letIn();
    });
    try {
      return await answer();
    } finally {
      this.answering -= 1;
      this.letIn();
    }
  }

  private letIn(): void {
    while (this.waiting.length > 0 && this.answering < this.limit()) {
      this.answering += 1;
      this.waiting.shift()?.();
    }
  }

  private limit(): number {
    return this.waiting.length > RUSH ? this.width.inRush : this.width.usual;
  }
}
