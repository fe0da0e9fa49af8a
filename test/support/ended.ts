import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds for which the end of a part is waited for. */
const PATIENCE = 10_000;

/**
 * Ends the parts of a world one after the other. One that does not end in time is named on the error output and left behind: its
 * database is dropped under it, and the tests of the file have had their say already.
 */
export async function ended(parts: readonly (readonly [name: string, end: () => Promise<unknown>])[]): Promise<void> {
  for (const [name, end] of parts) {
    const waiting = new AbortController();
    const late = pause(PATIENCE, 'late', { signal: waiting.signal, ref: false }).catch(() => 'in time');
    const outcome = await Promise.race([end().then(() => 'in time'), late]);
    waiting.abort();
    if (outcome === 'late') process.stderr.write(`A test world went on without the end of ${name}.\n`);
  }
}
