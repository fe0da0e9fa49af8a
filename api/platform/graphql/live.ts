import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { EVENT_CHANNEL } from '../jobs/events.ts';
import { Subscriber } from './live-subscriber.ts';

/** A committed event, as it is told to every process; or, with `isMissed`, that some may not have been told. */
export interface LiveNotice {
  readonly key: string;
  readonly name: string;
  /** Keys of the rows it is about. */
  readonly subject: Readonly<Record<string, string>>;
  /** Notices may have been lost: whoever gets this reads the present state again. The other fields are empty then. */
  readonly isMissed: boolean;
}

/** Events of all processes, for subscriptions. */
export interface LiveEvents {
  /**
   * The notices that fit, from now on, and `isMissed` whenever some may have been lost: after the connection was down, and
   * when the subscriber was too slow. `return` ends it at once, also while it waits.
   */
  subscribe(fits: (notice: LiveNotice) => boolean): AsyncIterableIterator<LiveNotice>;
  /** Resolves when events are being received. */
  connected(): Promise<void>;
  /** Ends all subscriptions and the connection. */
  close(): Promise<void>;
}

const LONGEST_PAUSE_MS = 5000;
const MISSED: LiveNotice = { key: '', name: '', subject: {}, isMissed: true };

/**
 * Listens for events over one direct connection of this process, made with the first subscriber and made again when it breaks.
 * `connectionString` must lead to PostgreSQL itself, not to a pooler, which forgets LISTEN.
 */
export function liveEvents(connectionString: string, log: Logger): LiveEvents {
  const subscribers = new Set<Subscriber<LiveNotice>>();
  const closing = new AbortController();
  let listening: Promise<void> | null = null;
  let connected = Promise.withResolvers<void>();

  const tell = (payload: string | undefined): void => {
    const notice = parseNotice(payload);
    for (const subscriber of subscribers) subscriber.offer(notice ?? MISSED);
  };

  /** One life of the connection: resolves when it is over. */
  const listenOnce = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: 'live events',
    });
    const over = Promise.withResolvers<void>();
    client.on('error', (error) => over.reject(error));
    client.on('end', () => over.resolve());
    client.on('notification', ({ payload }) => tell(payload));
    const end = (): void => void client.end().catch(() => {});
    closing.signal.addEventListener('abort', end);
    try {
      await client.connect();
      await client.query(`listen ${EVENT_CHANNEL}`);
      // What was committed since the last notice, or since the first subscription, was told to nobody here.
      for (const subscriber of subscribers) subscriber.offer(MISSED);
      connected.resolve();
      await over.promise;
    } finally {
      closing.signal.removeEventListener('abort', end);
      connected = Promise.withResolvers<void>();
      client.end().catch(() => {});
    }
  };

  const listen = async (): Promise<void> => {
    let patience = 100;
    while (!closing.signal.aborted) {
      const begun = performance.now();
      try {
        await listenOnce();
      } catch (error) {
        if (!closing.signal.aborted) log.warn({ err: error }, 'live events: connection lost, connecting again');
      }
      patience = performance.now() - begun > LONGEST_PAUSE_MS ? 100 : Math.min(patience * 2, LONGEST_PAUSE_MS);
      await pause(patience * (0.5 + Math.random() / 2), undefined, { signal: closing.signal }).catch(() => {});
    }
  };

  return {
    subscribe(fits) {
      const subscriber = new Subscriber<LiveNotice>(
        (notice) => notice.isMissed || fits(notice),
        MISSED,
        () => subscribers.delete(subscriber),
      );
      if (closing.signal.aborted) subscriber.end();
      else subscribers.add(subscriber);
      listening ??= listen();
      return subscriber;
    },
    connected() {
      listening ??= listen();
      return connected.promise;
    },
    async close() {
      closing.abort();
      for (const subscriber of [...subscribers]) subscriber.end();
      await listening;
    },
  };
}

/** Null for what we did not send ourselves. */
function parseNotice(payload: string | undefined): LiveNotice | null {
  try {
    const { key, name, subject = {} } = (JSON.parse(payload ?? '') ?? {}) as Partial<LiveNotice>;
    return typeof key === 'string' && typeof name === 'string' ? { key, name, subject, isMissed: false } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
