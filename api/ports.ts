import { join } from 'node:path';
import { ACCOUNT_DEFAULTS } from './accounts/index.ts';
import type { AppOptions } from './app.ts';
import { PAYOUT_DEFAULTS } from './ledger/index.ts';
import { whatsAppCloud } from './messaging/index.ts';
import { codesOfEffects, lockOrderRow, ORDER_DEFAULTS, ordersWithMoney } from './orders/index.ts';
import { MidtransProvider, PAYMENT_DEFAULTS } from './payments/index.ts';
import type { Ports } from './platform/context.ts';
import { secretsFrom } from './platform/secrets.ts';
import { folderStore } from './platform/storage/file-store.ts';
import { REVIEWS_COMPANION } from './reviews/index.ts';
import { meilisearchSearch, type ProductSearch, postgresSearch } from './search/index.ts';

/** How the WhatsApp Cloud API is reached. */
export interface WhatsAppProvider {
  readonly apiUrl: string;
  readonly version: string;
  readonly phoneNumberId: string;
  readonly token: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** False for the simulator: messages to demo people leave only through that. */
  readonly isReal: boolean;
}

/** Where the outside providers are reached: the real ones, or the simulators of the demo. */
export interface Providers {
  /** Base address that stands in for the Midtrans Core API; null is Midtrans itself, by its environment. */
  readonly midtransUrl: string | null;
  /** Where payers reach the stand-in's pages in a browser; null beside the real Midtrans. */
  readonly midtransPayerPages: string | null;
  readonly whatsapp: WhatsAppProvider;
}

/** Makes what stands outside the database, and the settings of each domain, from the configuration. */
export async function openPorts({
  config,
  log,
  secret,
  providers,
}: AppOptions): Promise<Omit<Ports, 'events' | 'live' | 'searchTally'>> {
  return {
    secrets: secretsFrom(secret),
    accountSettings: { ...ACCOUNT_DEFAULTS, otpPerAddressHour: config.otpPerAddressHour },
    orderSettings: {
      ...ORDER_DEFAULTS,
      unpaidOrders: config.unpaidOrdersPerPerson,
      piecesOfOneVariant: config.piecesPerPerson,
    },
    payoutSettings: { ...PAYOUT_DEFAULTS, ...config.payouts },
    paymentSettings: { ...PAYMENT_DEFAULTS, onlineMethods: config.midtrans.methods },
    effectCodes: codesOfEffects,
    paymentReferences: { lock: lockOrderRow, knowMoney: ordersWithMoney },
    paymentProvider: new MidtransProvider({
      environment: config.midtrans.environment,
      serverKey: config.midtrans.serverKey,
      merchantId: config.midtrans.merchantId,
      baseUrl: providers.midtransUrl,
      payerPages: providers.midtransPayerPages,
      returnUrl: (orderCode) => `${config.publicUrl}/pesanan/${orderCode}`,
    }),
    messageSender: whatsAppCloud(providers.whatsapp),
    publicUrl: config.publicUrl,
    files: folderStore(join(config.dataDir, 'files')),
    search: await openSearch(config, log),
    productCompanions: [REVIEWS_COMPANION],
  };
}

/** Meilisearch where one is set, PostgreSQL otherwise. A wrong address or key stops the start, a server that is down does not. */
async function openSearch({ meilisearch }: AppOptions['config'], log: AppOptions['log']): Promise<ProductSearch> {
  if (!meilisearch) return postgresSearch();
  const search = meilisearchSearch(meilisearch);
  await search.server.checkAtStart(log);
  return search;
}
