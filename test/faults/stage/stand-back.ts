import { getPriority, setPriority } from 'node:os';

/** How far one steps back from the processor, as `nice` counts. */
const BACK = 10;

/** What priority this process had before it stood back; null when it did not. */
let front: number | null = null;

/**
 * Lets this process, and what it starts from now on, step back from the processor: the phones of people are no load of the market's machine. Only root can
 * come forward again for a moment; whoever could not stays where it is, or all would stand back alike.
 */
export function standBack(): void {
  const now = getPriority();
  if (process.getuid?.() !== 0 || now >= BACK) return;
  front = now;
  setPriority(BACK);
}

/** Starts a process of the market's own with the priority from before standing back: a process has that of who starts it. */
export function inFront<Started>(start: () => Started): Started {
  if (front === null) return start();
  setPriority(front);
  try {
    return start();
  } finally {
    setPriority(BACK);
  }
}
