import { registerEnumType } from 'type-graphql';
import type { Language } from '../platform/context.ts';
import type { Rupiah } from '../platform/money.ts';

/** How a buyer pays. Everything but CASH runs through the payment provider. */
export const PaymentMethod = {
  QRIS: 'QRIS',
  GOPAY: 'GOPAY',
  VA_BCA: 'VA_BCA',
  VA_BNI: 'VA_BNI',
  VA_BRI: 'VA_BRI',
  VA_PERMATA: 'VA_PERMATA',
  VA_CIMB: 'VA_CIMB',
  VA_MANDIRI: 'VA_MANDIRI',
  CASH: 'CASH',
} as const;
export type PaymentMethod = keyof typeof PaymentMethod;

registerEnumType(PaymentMethod, {
  name: 'PaymentMethod',
  description: 'How an order is paid.',
  valuesConfig: {
    QRIS: { description: 'A QR code that any Indonesian bank or wallet app can scan; 15 minutes to pay.' },
    GOPAY: { description: 'GoPay, by link into the Gojek app or by QR code; 15 minutes to pay.' },
    VA_BCA: { description: 'Transfer to a BCA virtual account; 24 hours to pay.' },
    VA_BNI: { description: 'Transfer to a BNI virtual account; 24 hours to pay.' },
    VA_BRI: { description: 'Transfer to a BRI virtual account; 24 hours to pay.' },
    VA_PERMATA: { description: 'Transfer to a Permata virtual account; 24 hours to pay.' },
    VA_CIMB: { description: 'Transfer to a CIMB Niaga virtual account; 24 hours to pay.' },
    VA_MANDIRI: { description: 'Mandiri bill payment by company code and bill key; 24 hours to pay.' },
    CASH: { description: 'Cash at the pickup point, when the parcel is handed over.' },
  },
});

/** What a method can carry. Sums are in rupiah; a null maximum is no stated limit. */
export interface MethodLimits {
  readonly minimum: Rupiah;
  readonly maximum: Rupiah | null;
  /** How long the buyer has to pay, in seconds; null for cash. */
  readonly secondsToPay: number | null;
  /** Whether the provider sends the money back by itself; otherwise the curator transfers it by hand. */
  readonly refundsByProvider: boolean;
  /** The provider can take a settlement back within minutes (Permata, Mandiri). */
  readonly canBeReversed: boolean;
}

const QUARTER_HOUR = 15 * 60;
const DAY = 24 * 60 * 60;
const va = (minimum: Rupiah, maximum: Rupiah | null, canBeReversed = false): MethodLimits => ({
  minimum,
  maximum,
  secondsToPay: DAY,
  refundsByProvider: false,
  canBeReversed,
});

/** Limits of the provider's acquirers, as published in March 2026; CASH is our own limit for one order. */
export const METHOD_LIMITS: Readonly<Record<PaymentMethod, MethodLimits>> = {
  QRIS: { minimum: 1, maximum: 10_000_000, secondsToPay: QUARTER_HOUR, refundsByProvider: true, canBeReversed: false },
  // 20,000,000 only for verified payers; the wallet itself says no to the others.
  GOPAY: { minimum: 1, maximum: 20_000_000, secondsToPay: QUARTER_HOUR, refundsByProvider: true, canBeReversed: false },
  VA_BCA: va(10_000, 20_000_000_000),
  VA_BNI: va(1, null),
  VA_BRI: va(1, 20_000_000_000),
  VA_PERMATA: va(1, 9_999_999_999, true),
  VA_CIMB: va(1, 250_000_000),
  VA_MANDIRI: va(1, 50_000_000_000, true),
  CASH: { minimum: 1, maximum: 1_000_000, secondsToPay: null, refundsByProvider: false, canBeReversed: false },
};

/** A method as it is offered for a sum. */
export interface MethodOffer {
  readonly method: PaymentMethod;
  readonly isAvailable: boolean;
  /** Why it is not available, in both languages; null when it is. */
  readonly reason: Readonly<Record<Language, string>> | null;
  readonly minimum: Rupiah;
  readonly maximum: Rupiah | null;
  /** What the buyer pays on top, in rupiah. */
  readonly fee: Rupiah;
}
