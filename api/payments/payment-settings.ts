import { PaymentMethod } from './payment-method.ts';

/** A way to pay through the payment provider: every one but cash. */
export type OnlineMethod = Exclude<PaymentMethod, 'CASH'>;

/** What this market takes. */
export interface PaymentSettings {
  /** Methods that are switched on at the provider; the others are not offered. QRIS is also the one at the counter of a point. */
  readonly onlineMethods: readonly OnlineMethod[];
}

/** What holds when the operator sets nothing else: all of them. */
export const PAYMENT_DEFAULTS: PaymentSettings = {
  onlineMethods: Object.values(PaymentMethod).filter((method): method is OnlineMethod => method !== 'CASH'),
};

declare module '../platform/context.ts' {
  interface Ports {
    readonly paymentSettings: PaymentSettings;
  }
}
