import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type App, openApp } from '../../api/app.ts';
import { readConfig } from '../../api/config.ts';
import { VirtualClock } from '../../api/platform/clock.ts';
import { type Actor, type Context, SYSTEM } from '../../api/platform/context.ts';
import { createLog } from '../../api/platform/http/log.ts';
import { startMidtransSimulator, startWhatsAppSimulator } from '../../simulators/index.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { ended } from './ended.ts';

/** Where the clock of each test file begins: a Tuesday, 09:00 WIB. */
export const TUESDAY_MORNING = new Date('2026-11-24T02:00:00.000Z');

/** A GraphQL answer as a client sees it. */
export interface Answer<Result> {
  readonly status: number;
  readonly data: Result;
  readonly errors: readonly {
    message: string;
    path?: (string | number)[];
    extensions: { code: string } & Record<string, unknown>;
  }[];
  readonly headers: Headers;
}

/** What a request brings besides its document. */
export interface Sender {
  /** Bearer token of a signed-in device; see the makers of accounts. */
  readonly token?: string;
  readonly cartToken?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole marketplace on a database of its own, with simulators, a clock that is moved by hand, and jobs that run when told. */
export interface World {
  readonly app: App;
  readonly server: FastifyInstance;
  /** Address of the running server, without a slash at the end. */
  readonly url: string;
  readonly database: TestDatabase;
  readonly clock: VirtualClock;
  readonly midtrans: Awaited<ReturnType<typeof startMidtransSimulator>>;
  readonly whatsapp: Awaited<ReturnType<typeof startWhatsAppSimulator>>;
  /** Everything the program logged so far, as one text of JSON lines. */
  logged(): string;
  /** A context to call use cases with; the program itself when no actor is given. */
  context(actor?: Actor): Context;
  /** Does the jobs that are due, and those they cause. */
  runJobs(): Promise<void>;
  /** Runs the repeating jobs once (timers, pollers), then the jobs they cause. */
  runTimers(): Promise<void>;
  /** Moves the clock of the marketplace and of the simulators. */
  advance(seconds: number): Promise<void>;
  /** Sends a GraphQL document over HTTP. */
  request<Result = Record<string, never>>(
    document: string,
    variables?: object,
    sender?: Sender,
  ): Promise<Answer<Result>>;
  close(): Promise<void>;
}

/** How a world differs from the usual one. */
export interface WorldOptions {
  /** Environment variables on top of the defaults. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How much is logged; `info` when left out. */
  readonly logLevel?: 'info' | 'debug';
}

const WHATSAPP_TOKEN = 'whatsapp-token-of-the-test-world';
const WHATSAPP_SECRET = 'whatsapp-secret-of-the-test-world';
const SERVER_KEY = 'SB-Mid-server-BERJUBEL-TEST';

/** Opens a world; close it in afterAll. */
export async function openWorld({ environment = {}, logLevel = 'info' }: WorldOptions = {}): Promise<World> {
  const database = await openTestDatabase();
  const clock = new VirtualClock(TUESDAY_MORNING);
  const lines: string[] = [];
  const log = createLog(logLevel, { write: (line: string) => void lines.push(line) });
  const midtrans = await startMidtransSimulator({ serverKey: SERVER_KEY, clock, seed: 1, log: () => {} });
  const whatsapp = await startWhatsAppSimulator({
    token: WHATSAPP_TOKEN,
    appSecret: WHATSAPP_SECRET,
    clock,
    seed: 1,
    log: () => {},
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'berjubel-world-'));
  const config = readConfig({
    DATABASE_URL: database.appUrl,
    DATA_DIR: dataDir,
    MIDTRANS_SERVER_KEY: SERVER_KEY,
    ...environment,
  });
  const app = await openApp({
    config,
    databaseUrl: database.appUrl,
    clock,
    log,
    secret: 'a secret of the test world, long enough',
    providers: {
      midtransUrl: midtrans.url,
      midtransPayerPages: midtrans.url,
      whatsapp: {
        apiUrl: whatsapp.url,
        version: 'v23.0',
        phoneNumberId: '100000000000001',
        token: WHATSAPP_TOKEN,
        appSecret: WHATSAPP_SECRET,
        verifyToken: 'verify',
        isReal: false,
      },
    },
    simulators: null,
  });
  const server = await app.openWeb();
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  midtrans.settings.notificationUrl = `${url}/payments/midtrans/notifications`;
  whatsapp.settings.webhookUrl = `${url}/messaging/whatsapp/webhook`;

  return {
    app,
    server,
    url,
    database,
    clock,
    midtrans,
    whatsapp,
    logged: () => lines.join(''),
    context: (actor = SYSTEM) => app.contextFor({ actor }),
    runJobs: () => app.runDueJobs(),
    async runTimers() {
      await app.runRepeatingJobs();
      await app.runDueJobs();
    },
    async advance(seconds) {
      clock.advance(seconds);
      midtrans.clock.sync();
      await midtrans.clock.settled();
      whatsapp.clock.sync();
      await whatsapp.clock.settled();
    },
    async request<Result>(document: string, variables: object = {}, sender: Sender = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          'x-client': 'api',
          ...(sender.token ? { authorization: `Bearer ${sender.token}` } : {}),
          ...(sender.cartToken ? { 'x-cart-token': sender.cartToken } : {}),
          ...sender.headers,
        },
        body: JSON.stringify({ query: document, variables }),
      });
      const body = (await response.json()) as { data?: Result; errors?: Answer<Result>['errors'] };
      return {
        status: response.status,
        data: (body.data ?? null) as Result,
        errors: body.errors ?? [],
        headers: response.headers,
      };
    },
    async close() {
      // First those who call the server: a connection that has not asked anything yet would hold its end up.
      await ended([
        ['the Midtrans simulator', () => midtrans.close()],
        ['the WhatsApp simulator', () => whatsapp.close()],
        ['the server', () => server.close()],
        ['the program', () => app.close()],
        ['the database', () => database.drop()],
      ]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
