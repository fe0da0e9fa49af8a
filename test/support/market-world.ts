import pino from 'pino';
import { type App, openApp } from '../../api/app.ts';
import { readConfig } from '../../api/config.ts';
import { VirtualClock } from '../../api/platform/clock.ts';
import { type Actor, type Context, SYSTEM } from '../../api/platform/context.ts';
import { startMidtransSimulator } from '../../simulators/index.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { TUESDAY_MORNING } from './world.ts';

/** A marketplace without its web server: use cases and jobs are run directly, the payment provider is the simulator. */
export interface MarketWorld {
  readonly app: App;
  readonly database: TestDatabase;
  readonly clock: VirtualClock;
  readonly midtrans: Awaited<ReturnType<typeof startMidtransSimulator>>;
  /** A context to call use cases with; the program itself when no actor is given. */
  context(actor?: Actor): Context;
  /** Moves the clock of the marketplace and of the simulator. */
  advance(seconds: number): Promise<void>;
  close(): Promise<void>;
}

const SERVER_KEY = 'SB-Mid-server-BERJUBEL-TEST';

/** Opens one on a database of its own; close it in afterAll. */
export async function openMarketWorld(): Promise<MarketWorld> {
  const database = await openTestDatabase();
  const clock = new VirtualClock(TUESDAY_MORNING);
  const log = pino({ level: 'fatal' });
  const midtrans = await startMidtransSimulator({ serverKey: SERVER_KEY, clock, seed: 1, log: () => {} });
  const app = await openApp({
    config: readConfig({ DATABASE_URL: database.appUrl, MIDTRANS_SERVER_KEY: SERVER_KEY }),
    databaseUrl: database.appUrl,
    clock,
    log,
    secret: 'a secret of the test world, long enough',
    providers: {
      midtransUrl: midtrans.url,
      midtransPayerPages: midtrans.url,
      whatsapp: {
        apiUrl: 'http://127.0.0.1:9',
        version: 'v23.0',
        phoneNumberId: '1',
        token: 'token',
        appSecret: 'secret',
        verifyToken: 'verify',
        isReal: false,
      },
    },
    simulators: null,
  });
  return {
    app,
    database,
    clock,
    midtrans,
    context: (actor = SYSTEM) => app.contextFor({ actor }),
    async advance(seconds) {
      clock.advance(seconds);
      midtrans.clock.sync();
      await midtrans.clock.settled();
    },
    async close() {
      await app.close();
      await midtrans.close();
      await database.drop();
    },
  };
}
