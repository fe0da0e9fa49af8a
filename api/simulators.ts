import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import type { Clock } from './platform/clock.ts';
import type { Providers, WhatsAppProvider } from './ports.ts';

/** Where the demo's stand-ins are served, under the marketplace's own address. */
export const MIDTRANS_PREFIX = '/simulator/midtrans';
export const WHATSAPP_PREFIX = '/simulator/whatsapp';

/** The stand-ins of this process, and how the providers are reached with or without them. */
export interface Simulators {
  readonly providers: Providers;
  /** Serves the stand-ins that are in use; does nothing beside real providers. */
  mount(server: FastifyInstance): Promise<void>;
}

/** The stand-ins' programs. Whoever has real providers does without. */
const programs = () => import('../simulators/index.ts');

/** Opens a stand-in for each provider that is not configured; config.ts made sure that only a demo gets here without keys. */
export async function openSimulators(config: Config, clock: Clock): Promise<Simulators> {
  // Server to server: localhost may be ::1, where nobody listens when HOST is an address.
  const internal = `http://${config.host === 'localhost' || config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${config.port}`;
  const { simulatorUrl } = config.midtrans;
  const midtrans =
    config.midtrans.environment === 'simulator' && simulatorUrl === null
      ? await (await programs()).openMidtransSimulator({
          serverKey: config.midtrans.serverKey,
          notificationUrl: `${internal}/payments/midtrans/notifications`,
          publicUrl: `${config.publicUrl}${MIDTRANS_PREFIX}`,
          clock,
          booksFile: join(config.dataDir, 'simulators', 'midtrans.json'),
        })
      : null;
  const standIn: WhatsAppProvider = {
    apiUrl: `${internal}${WHATSAPP_PREFIX}`,
    version: config.whatsappVersion,
    phoneNumberId: '100000000000001',
    token: 'simulator',
    appSecret: 'simulator',
    verifyToken: 'simulator',
    isReal: false,
  };
  const whatsapp = config.whatsapp
    ? null
    : await (await programs()).openWhatsAppSimulator({
        token: standIn.token,
        phoneNumberId: standIn.phoneNumberId,
        webhookUrl: `${internal}/messaging/whatsapp/webhook`,
        appSecret: standIn.appSecret,
        clock,
        booksFile: join(config.dataDir, 'simulators', 'whatsapp.json'),
      });
  return {
    providers: {
      midtransUrl: midtrans ? `${internal}${MIDTRANS_PREFIX}` : simulatorUrl,
      midtransPayerPages: midtrans ? `${config.publicUrl}${MIDTRANS_PREFIX}` : simulatorUrl,
      whatsapp: config.whatsapp ? { ...config.whatsapp, isReal: true } : standIn,
    },
    async mount(server) {
      if (midtrans) await server.register(midtrans.plugin, { prefix: MIDTRANS_PREFIX });
      if (whatsapp) await server.register(whatsapp.plugin, { prefix: WHATSAPP_PREFIX });
    },
  };
}
