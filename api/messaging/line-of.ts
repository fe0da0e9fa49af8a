/** Few enough to be kept for ever, many enough that a slow answer of the provider holds up few others. */
const LINES = 64;

/** Line in which what concerns an order waits its turn. The last letters of a key are as good as thrown dice. */
export function lineOf(orderKey: string): string {
  return `messages-${Number.parseInt(orderKey.slice(-4), 16) % LINES}`;
}
