import Fastify, { type FastifyPluginAsync } from 'fastify';
import { type Clock, StageClock } from '../stage/clock.ts';
import { FaultPlan } from '../stage/faults.ts';
import { Journal } from '../stage/journal.ts';
import { Randomness } from '../stage/randomness.ts';
import { RecordFile } from '../stage/record-file.ts';
import { readBodiesAsProviders } from '../stage/scope.ts';
import { registerControl } from './control.ts';
import { Mailbox } from './mailbox.ts';
import { registerPhoneRoutes } from './phone-routes.ts';
import { registerSendRoutes } from './send-routes.ts';
import type { Settings, Simulation } from './simulation.ts';
import { Webhooks } from './webhooks.ts';

/** How a simulator of the WhatsApp Cloud API is set up. */
export interface WhatsAppSimulatorOptions {
  /** The bearer token that the business sends. */
  token: string;
  /** The business's number as an API object; any is taken while it is missing. */
  phoneNumberId?: string;
  accountId?: string;
  /** Digits of the business's own phone. */
  displayNumber?: string;
  /** Shown at the top of each chat. */
  businessName?: string;
  /** Where statuses and customers' messages go; none are sent while it is missing. */
  webhookUrl?: string;
  /** Signs webhooks. */
  appSecret?: string;
  clock?: Clock;
  /** Keeps the messages on disk, so that a restarted demo still shows them. In memory without it. */
  booksFile?: string;
  /** Serves /__sim, with which anyone who reaches this server can read phones and break things. */
  control?: boolean;
  /** False lets free-form messages through at any time; the provider wants a customer's message within 24 hours. */
  window?: boolean;
  /** The same seed gives the same ids. */
  seed?: number;
  log?: (message: string) => void;
}

/** A simulator that is ready: register `plugin` under a prefix, or start it on a port of its own. */
export interface WhatsAppSimulator {
  plugin: FastifyPluginAsync;
  mailbox: Mailbox;
  clock: StageClock;
  settings: Settings;
  close(): Promise<void>;
}

/** Opens the phones with what they held at the last stop. */
export async function openWhatsAppSimulator(options: WhatsAppSimulatorOptions): Promise<WhatsAppSimulator> {
  const { file, records } = await RecordFile.open(options.booksFile);
  const clock = new StageClock(options.clock);
  const random = new Randomness(options.seed);
  const settings: Settings = {
    token: options.token,
    webhookUrl: options.webhookUrl,
    appSecret: options.appSecret,
    window: options.window ?? true,
  };
  const simulation: Simulation = {
    business: {
      name: options.businessName ?? 'Berjubel',
      phoneNumberId: options.phoneNumberId,
      accountId: options.accountId ?? '100000000000000',
      displayNumber: options.displayNumber ?? '6281100000000',
    },
    settings,
    clock,
    random,
    mailbox: new Mailbox(file, records),
    webhooks: new Webhooks(clock, random, () => ({ url: settings.webhookUrl, appSecret: settings.appSecret })),
    faults: new FaultPlan(random),
    requests: new Journal(),
    log: options.log ?? (() => {}),
  };
  const close = async () => {
    simulation.faults.close();
    simulation.webhooks.close();
    clock.close();
    await clock.settled();
    await simulation.mailbox.saved();
  };
  const plugin: FastifyPluginAsync = async (app) => {
    readBodiesAsProviders(app);
    app.setNotFoundHandler((_request, reply) =>
      reply.code(404).send({ error: { message: 'Unknown path', code: 100 } }),
    );
    registerPhoneRoutes(app, simulation);
    registerSendRoutes(app, simulation);
    if (options.control) registerControl(app, simulation);
    // Held connections (faults that hang) must be let go before the server waits for them.
    app.addHook('preClose', async () => simulation.faults.close());
    app.addHook('onClose', close);
  };
  return { plugin, mailbox: simulation.mailbox, clock, settings, close };
}

/** Starts a simulator on its own port (0: any free one), with the control plane unless told otherwise. */
export async function startWhatsAppSimulator(
  options: WhatsAppSimulatorOptions & { host?: string; port?: number },
): Promise<{ url: string; mailbox: Mailbox; clock: StageClock; settings: Settings; close(): Promise<void> }> {
  const { host = '127.0.0.1', port = 0 } = options;
  const { plugin, mailbox, clock, settings } = await openWhatsAppSimulator({
    ...options,
    control: options.control ?? true,
  });
  const app = Fastify({ logger: false, forceCloseConnections: true });
  await app.register(plugin);
  const url = await app.listen({ host, port });
  return { url, mailbox, clock, settings, close: () => app.close() };
}
