import Fastify, { type FastifyPluginAsync } from 'fastify';
import { type Clock, StageClock } from '../stage/clock.ts';
import { FaultPlan } from '../stage/faults.ts';
import { Journal } from '../stage/journal.ts';
import { Randomness } from '../stage/randomness.ts';
import { RecordFile } from '../stage/record-file.ts';
import { readBodiesAsProviders } from '../stage/scope.ts';
import { Books } from './books.ts';
import { registerControl } from './control.ts';
import { registerCoreRoutes } from './core-routes.ts';
import { Courier } from './courier.ts';
import { IdempotencyKeys } from './idempotency.ts';
import { watchDeadline, watchReversal } from './moves.ts';
import { registerPageRoutes } from './page-routes.ts';
import { watchConfirmation } from './refunds.ts';
import type { Settings, Simulation } from './simulation.ts';

/** How a simulator of the payment provider is set up. */
export interface MidtransSimulatorOptions {
  /** The merchant's secret: user name of Basic authentication and part of every signature. */
  serverKey: string;
  merchantId?: string;
  /** Shown to payers. */
  merchantName?: string;
  /** Where notifications go; none are sent while it is missing. */
  notificationUrl?: string;
  /** Where browsers and the merchant reach this simulator, mount path included; links in answers begin with it. */
  publicUrl: string;
  clock?: Clock;
  /** Keeps the books on disk, so that a restarted demo still knows its transactions. In memory without it. */
  booksFile?: string;
  /** Serves /__sim, with which anyone who reaches this server can pay, reset and break things. */
  control?: boolean;
  /** The same seed gives the same ids and numbers. */
  seed?: number;
  /** Virtual milliseconds until the bank confirms a refund. */
  bankConfirmationMs?: number;
  log?: (message: string) => void;
}

/** A simulator whose books are open: register `plugin` under a prefix, or start it on a port of its own. */
export interface MidtransSimulator {
  plugin: FastifyPluginAsync;
  books: Books;
  clock: StageClock;
  settings: Settings;
  close(): Promise<void>;
}

/** Opens the books and the clock; takes up deadlines, confirmations and notices that were waiting at the last stop. */
export async function openMidtransSimulator(options: MidtransSimulatorOptions): Promise<MidtransSimulator> {
  const { file, records } = await RecordFile.open(options.booksFile);
  const clock = new StageClock(options.clock);
  const random = new Randomness(options.seed);
  const settings: Settings = {
    notificationUrl: options.notificationUrl,
    publicUrl: options.publicUrl.replace(/\/+$/, ''),
    disabled: [],
    directRefundsToDeny: 0,
    bankConfirmationMs: options.bankConfirmationMs ?? 10_000,
    settlementsToReverse: 0,
    reverseAfterMs: 120_000,
  };
  const simulation: Simulation = {
    merchant: {
      merchantId: options.merchantId ?? 'G000000001',
      name: options.merchantName ?? 'Berjubel',
      serverKey: options.serverKey,
    },
    settings,
    clock,
    random,
    books: new Books(file, records),
    courier: new Courier({ clock, random, file, target: () => settings.notificationUrl }),
    keys: new IdempotencyKeys(clock),
    faults: new FaultPlan(random),
    requests: new Journal(),
    log: options.log ?? (() => {}),
  };
  simulation.courier.resume(records);
  for (const transaction of simulation.books.list()) {
    watchDeadline(simulation, transaction);
    watchReversal(simulation, transaction);
    for (const made of transaction.refunds) watchConfirmation(simulation, transaction, made);
  }
  const close = async () => {
    simulation.faults.close();
    simulation.courier.close();
    clock.close();
    await clock.settled();
    await simulation.books.saved();
  };
  const plugin: FastifyPluginAsync = async (app) => {
    readBodiesAsProviders(app);
    app.setNotFoundHandler((_request, reply) =>
      reply.code(404).send({ status_code: '404', status_message: 'Not found' }),
    );
    registerPageRoutes(app, simulation);
    registerCoreRoutes(app, simulation);
    if (options.control) registerControl(app, simulation);
    // Held connections (faults that hang) must be let go before the server waits for them.
    app.addHook('preClose', async () => simulation.faults.close());
    app.addHook('onClose', close);
  };
  return { plugin, books: simulation.books, clock, settings, close };
}

/** Starts a simulator on its own port (0: any free one), with the control plane unless told otherwise. */
export async function startMidtransSimulator(
  options: Omit<MidtransSimulatorOptions, 'publicUrl'> & { host?: string; port?: number; publicUrl?: string },
): Promise<{ url: string; books: Books; clock: StageClock; settings: Settings; close(): Promise<void> }> {
  const { host = '127.0.0.1', port = 0, publicUrl } = options;
  const { plugin, books, clock, settings } = await openMidtransSimulator({
    ...options,
    control: options.control ?? true,
    publicUrl: publicUrl ?? '',
  });
  const app = Fastify({ logger: false, forceCloseConnections: true });
  await app.register(plugin);
  const url = await app.listen({ host, port });
  if (publicUrl === undefined) settings.publicUrl = url;
  return { url, books, clock, settings, close: () => app.close() };
}
