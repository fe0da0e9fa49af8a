import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import CoreApi from 'midtrans-client/lib/coreApi.js';
import { refuseInTransaction } from '../../platform/database/outside-call.ts';
import { passMarkedPoint } from '../../platform/marked-point.ts';
import { ProviderUnavailable } from '../payment-provider.ts';
import { CircuitBreaker } from './circuit-breaker.ts';

/** How the provider is reached. */
export interface MidtransOptions {
  readonly environment: 'simulator' | 'sandbox' | 'production';
  /** User name of every call and part of every signature. */
  readonly serverKey: string;
  /** When set, notifications and answers of another merchant are refused. */
  readonly merchantId: string | null;
  /** Base address of the Core API in place of Midtrans' own, e.g. of the simulator. */
  readonly baseUrl?: string | null;
  /** Where payers reach the simulator's pages; null with the real provider. */
  readonly payerPages?: string | null;
  /** Where GoPay sends the payer back to, by order code. */
  readonly returnUrl?: (orderCode: string) => string;
  /** How long one try may take, from waiting for a connection to the last byte, in milliseconds. */
  readonly timeoutMs?: number;
}

/** An answer of the Core API: its outcome is `code`, whatever HTTP said. */
export interface CoreAnswer {
  readonly code: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Work = (client: CoreApi) => Promise<unknown>;

/** Ids reach a path unescaped by the package, so nothing else may pass. */
const ID = /^(?!\.{1,2}$)[A-Za-z0-9\-_~.]{1,50}$/;
const RETRIES = 2;
const TIMEOUT_MS = 10_000;
const LARGEST_ANSWER = 1024 * 1024;

/** Calls of the Core API with timeout, kept connections, retries and circuit breaker. Answers code and body, throws ProviderUnavailable. */
export class MidtransCall {
  readonly #options: MidtransOptions;
  readonly #httpAgent = new HttpAgent({ keepAlive: true, maxSockets: 32 });
  readonly #httpsAgent = new HttpsAgent({ keepAlive: true, maxSockets: 32 });
  readonly #breaker = new CircuitBreaker();

  constructor(options: MidtransOptions) {
    this.#options = options;
  }

  /** Does one call; a connection failure, 5xx, 429, or an answer that is none, is tried again at most twice, with jitter. */
  async run(call: string, id: string, work: Work, idempotencyKey?: string): Promise<CoreAnswer> {
    refuseInTransaction(`payment provider: ${call}`);
    if (!ID.test(id)) throw new ProviderUnavailable(call, 'an id outside the allowed alphabet');
    for (let attempt = 0; ; attempt += 1) {
      const trial = this.#breaker.begin();
      if (!trial) throw new ProviderUnavailable(call, 'held back after many failures');
      passMarkedPoint('before', 'call of', () => [`midtrans ${call}`]);
      const outcome = await this.#once(work, idempotencyKey);
      passMarkedPoint('after', 'call of', () => [`midtrans ${call}`]);
      trial.end(typeof outcome !== 'string');
      if (typeof outcome !== 'string') {
        if (outcome.code === '401') throw new ProviderUnavailable(call, 'the server key was refused');
        return outcome;
      }
      if (attempt >= RETRIES) throw new ProviderUnavailable(call, outcome);
      await pause(100 * 3 ** attempt * (0.5 + Math.random()));
    }
  }

  /** Address of the Core API that calls go to. */
  get baseUrl(): string {
    return this.#client(undefined).apiConfig.getCoreApiBaseUrl();
  }

  close(): void {
    this.#httpAgent.destroy();
    this.#httpsAgent.destroy();
  }

  /** An answer, or in a word why there is none. Nothing of the package's error leaves: it carries the server key. */
  async #once(work: Work, idempotencyKey: string | undefined): Promise<CoreAnswer | string> {
    try {
      return readAnswer(await work(this.#client(idempotencyKey)));
    } catch (error) {
      const { httpStatusCode, ApiResponse } = (error ?? {}) as { httpStatusCode?: unknown; ApiResponse?: unknown };
      const status = Number(httpStatusCode ?? 0);
      if (status === 0) return 'no answer';
      if (status === 429 || status >= 500) return `HTTP ${status}`;
      const answer = readAnswer(ApiResponse);
      return typeof answer === 'string' && status === 401 ? { code: '401', body: {} } : answer;
    }
  }

  /** A client of its own for each call: the package has no header per request, and shared defaults would race. */
  #client(idempotencyKey: string | undefined): CoreApi {
    const { environment, serverKey, baseUrl, timeoutMs = TIMEOUT_MS } = this.#options;
    const client = new CoreApi({ isProduction: environment === 'production', serverKey, clientKey: '' });
    if (baseUrl) client.apiConfig.getCoreApiBaseUrl = () => baseUrl;
    const { defaults } = client.httpClient.http_client;
    Object.assign(defaults, {
      // The package's own timeout counts silence: an answer that drips would hold its caller for ever.
      signal: AbortSignal.timeout(timeoutMs),
      httpAgent: this.#httpAgent,
      httpsAgent: this.#httpsAgent,
      // A redirect would carry the credentials to another place.
      maxRedirects: 0,
      maxContentLength: LARGEST_ANSWER,
    });
    // axios follows HTTP_PROXY of the surroundings, which must not see calls to this machine.
    if (isLoopback(client.apiConfig.getCoreApiBaseUrl())) defaults.proxy = false;
    if (idempotencyKey) defaults.headers.common['Idempotency-Key'] = idempotencyKey.slice(0, 46);
    return client;
  }
}

function isLoopback(url: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
}

/** Core bodies are objects with a `status_code` of text; a gateway page, half an answer or "in progress" is none. */
function readAnswer(body: unknown): CoreAnswer | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'an answer that is not JSON';
  const { status_code: code } = body as { status_code?: unknown };
  if (typeof code !== 'string' && typeof code !== 'number') return 'an answer without a status code';
  if (String(code) === '429' || Number(code) >= 500) return `code ${String(code).slice(0, 3)}`;
  return { code: String(code), body: body as Record<string, unknown> };
}
