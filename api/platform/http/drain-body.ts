import type { IncomingMessage } from 'node:http';

/** The most that is read of a refused body, in bytes. */
const MOST = 32_000_000;
/** How long is waited for the rest of it. */
const PATIENCE_MS = 10_000;

/**
 * Reads on what is left of a refused body, and forgets it: whoever is still sending when the connection closes often never sees
 * the answer. Resolves in any case, at the latest when too much has come or it takes too long.
 */
export function drainBody(body: IncomingMessage): Promise<void> {
  if (body.readableEnded || body.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let left = MOST;
    const take = (bytes: Buffer): void => {
      left -= bytes.length;
      if (left < 0) finish();
    };
    const finish = (): void => {
      clearTimeout(patience);
      body.off('data', take).off('end', finish).off('close', finish).off('error', finish);
      resolve();
    };
    const patience = setTimeout(finish, PATIENCE_MS);
    body.on('data', take).on('end', finish).on('close', finish).on('error', finish);
    body.resume();
  });
}
