import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Stops the run's PostgreSQL and waits until its folder is gone. */
export default async function stopTestDatabase(): Promise<void> {
  const child = (globalThis as { testDatabaseServer?: ChildProcess }).testDatabaseServer;
  if (!child || child.exitCode !== null) return;
  // Waiting for a child that is not counted would let the process end here, with success, before the run's outcome is told.
  child.ref();
  const exit = once(child, 'exit');
  child.stdin?.end();
  await exit;
}
