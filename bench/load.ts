import autocannon from 'autocannon';
import { percentile } from './percentile.ts';

/** Clients that ask at the same time when nothing else is said, each on a connection of its own. */
export const CONNECTIONS = 8;

/** Seconds that an answer may take. */
const PATIENCE_S = 60;

/** A request as it is sent. */
export interface SentRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How long to ask: for so many seconds, or each request once. */
export type Span = { readonly seconds: number } | 'once';

/** What a load came to. */
export interface Loaded {
  readonly requests: number;
  readonly perSecond: number;
  /** 95 of 100 requests were answered within so many milliseconds. */
  readonly p95Ms: number;
}

/** Told of each answer: to which request, after how many milliseconds, and its body. */
export type OnAnswer<Request extends SentRequest> = (request: Request, ms: number, body: string) => void;

/**
 * Asks a server over and over. The requests are shared out among the connections; each connection takes its own in turn. Throws
 * when an answer is not 200 or does not hold `expected`.
 */
export async function load<Request extends SentRequest>(
  url: string,
  requests: readonly Request[],
  span: Span,
  expected: string,
  onAnswer: OnAnswer<Request> = () => {},
  clients = CONNECTIONS,
): Promise<Loaded> {
  const shares = Array.from({ length: clients }, (_, at) => requests.filter((_, n) => n % clients === at));
  let answered: { request: Request; body: string } | null = null;
  let started = 0;
  let failure: string | null = null;
  const times: number[] = [];
  let [first, last] = [0, 0];
  const running = autocannon({
    url,
    connections: clients,
    timeout: PATIENCE_S, // a slow answer is a figure, not a failure
    ...(span === 'once' ? { amount: requests.length } : { duration: span.seconds }),
    requests: [{ method: 'GET', path: '/' }],
    setupClient(client) {
      const share = shares[started++ % clients] ?? [];
      client.setRequests(
        (share.length > 0 ? share : requests).map((request) => ({
          ...request,
          headers: { ...request.headers },
          onResponse(status: number, body: string) {
            answered = { request, body };
            if (status !== 200 || !body.includes(expected)) failure ??= `${status} ${body.slice(0, 400)}`;
          },
        })),
      );
    },
  });
  (running as unknown as autocannon.Instance).on(
    'response',
    (_client: unknown, _status: number, _bytes: number, ms: number) => {
      last = performance.now();
      first ||= last - ms;
      times.push(ms);
      // The load generator tells of a body just before it tells of the time that it took.
      if (answered) onAnswer(answered.request, ms, answered.body);
    },
  );
  const result = await running;
  if (failure !== null) throw new Error(`a wrong answer under load: ${failure}`);
  if (result.errors > 0) throw new Error(`${result.errors} connections failed under load`);
  return {
    requests: times.length,
    perSecond: times.length / ((last - first) / 1000),
    p95Ms: percentile(times, 95),
  };
}
