import { ACCOUNT_DEFAULTS } from './accounts/index.ts';
import type { AppOptions } from './app.ts';
import type { Ports } from './platform/context.ts';
import { secretsFrom } from './platform/secrets.ts';

/** Where the outside providers are reached: the real ones, or the simulators of the demo. */
export interface Providers {
  /** Base address of the Midtrans Core API, without a path for the real one. */
  readonly midtransUrl: string;
  /** Base address of the WhatsApp Cloud API. */
  readonly whatsappUrl: string;
}

/** Makes what stands outside the database, and the settings of each domain, from the configuration. */
export async function openPorts({ config, secret }: AppOptions): Promise<Omit<Ports, 'events'>> {
  return {
    secrets: secretsFrom(secret),
    accountSettings: { ...ACCOUNT_DEFAULTS, otpPerAddressHour: config.otpPerAddressHour },
  };
}
