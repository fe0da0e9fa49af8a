import { setTimeout } from 'node:timers/promises';

/** Milliseconds that threads get for what they are compiling. */
const GRACE = 100;

/**
 * To be awaited before `process.exit`. Node 24 waits at its end for the threads that compile, and one of them that needs memory just then waits
 * for the main thread to make room: neither ever ends (nodejs/node#64274). In this moment the main thread still does.
 */
export async function letCompilersEnd(): Promise<void> {
  await setTimeout(GRACE);
}
