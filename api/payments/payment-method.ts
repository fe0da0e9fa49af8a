import { registerEnumType } from 'type-graphql';
import type { Language } from '../platform/context.ts';
import type { Rupiah } from '../platform/money.ts';

/** How a buyer pays. Everything but CASH runs through the payment provider; at the counter that may be paid by QRIS instead. */
export const PaymentMethod = {
  QRIS: 'QRIS',
  GOPAY: 'GOPAY',
  SHOPEEPAY: 'SHOPEEPAY',
  VA_BCA: 'VA_BCA',
  VA_BNI: 'VA_BNI',
  VA_BRI: 'VA_BRI',
  VA_PERMATA: 'VA_PERMATA',
  VA_CIMB: 'VA_CIMB',
  VA_MANDIRI: 'VA_MANDIRI',
  INDOMARET: 'INDOMARET',
  ALFAMART: 'ALFAMART',
  CASH: 'CASH',
} as const;
export type PaymentMethod = keyof typeof PaymentMethod;

registerEnumType(PaymentMethod, {
  name: 'PaymentMethod',
  description: 'How an order is paid.',
  valuesConfig: {
    QRIS: { description: 'A QR code that any Indonesian bank or wallet app can scan; 15 minutes to pay.' },
    GOPAY: { description: 'GoPay, by link into the Gojek app or by QR code; 15 minutes to pay.' },
    SHOPEEPAY: { description: 'ShopeePay, by link into the Shopee app; 15 minutes to pay.' },
    VA_BCA: { description: 'Transfer to a BCA virtual account; 24 hours to pay.' },
    VA_BNI: { description: 'Transfer to a BNI virtual account; 24 hours to pay.' },
    VA_BRI: { description: 'Transfer to a BRI virtual account; 24 hours to pay.' },
    VA_PERMATA: { description: 'Transfer to a Permata virtual account; 24 hours to pay.' },
    VA_CIMB: { description: 'Transfer to a CIMB Niaga virtual account; 24 hours to pay.' },
    VA_MANDIRI: { description: 'Mandiri bill payment by company code and bill key; 24 hours to pay.' },
    INDOMARET: { description: 'Cash or card at the counter of any Indomaret, by payment code; 24 hours to pay.' },
    ALFAMART: {
      description: 'Cash at the counter of Alfamart, Alfamidi or Dan+Dan, by payment code; 24 hours to pay.',
    },
    CASH: { description: 'At the pickup point, in cash or by QRIS, when the parcel is handed over.' },
  },
});

/** What a method can carry. Sums are in rupiah; a null maximum is no stated limit. */
export interface MethodLimits {
  readonly minimum: Rupiah;
  readonly maximum: Rupiah | null;
  /** How long the buyer has to pay, in seconds; null for cash. */
  readonly secondsToPay: number | null;
  /** What the provider sends back by itself; otherwise the curator transfers it by hand. WHOLE: all of a charge, never a part. */
  readonly refundsByProvider: 'ANY' | 'WHOLE' | 'NONE';
  /** The provider can take a settlement back within minutes (Permata, Mandiri, Indomaret). */
  readonly canBeReversed: boolean;
}

const QUARTER_HOUR = 15 * 60;
const DAY = 24 * 60 * 60;
/** Paid by number, within a day; the money cannot go back the way it came. */
const byNumber = (minimum: Rupiah, maximum: Rupiah | null, canBeReversed = false): MethodLimits => ({
  minimum,
  maximum,
  secondsToPay: DAY,
  refundsByProvider: 'NONE',
  canBeReversed,
});
const wallet = (maximum: Rupiah, refundsByProvider: MethodLimits['refundsByProvider']): MethodLimits => ({
  minimum: 1,
  maximum,
  secondsToPay: QUARTER_HOUR,
  refundsByProvider,
  canBeReversed: false,
});

/** Limits of the provider's acquirers, as published in March 2026; CASH is our own limit for one order. */
export const METHOD_LIMITS: Readonly<Record<PaymentMethod, MethodLimits>> = {
  QRIS: wallet(10_000_000, 'ANY'),
  // 20,000,000 only for verified payers; the wallet itself says no to the others.
  GOPAY: wallet(20_000_000, 'ANY'),
  SHOPEEPAY: wallet(20_000_000, 'WHOLE'),
  VA_BCA: byNumber(10_000, 20_000_000_000),
  VA_BNI: byNumber(1, null),
  VA_BRI: byNumber(1, 20_000_000_000),
  VA_PERMATA: byNumber(1, 9_999_999_999, true),
  VA_CIMB: byNumber(1, 250_000_000),
  VA_MANDIRI: byNumber(1, 50_000_000_000, true),
  INDOMARET: byNumber(10_000, 5_000_000, true),
  // 5,000,000 without cash; whoever comes with cash must be able to pay, too.
  ALFAMART: byNumber(1, 2_500_000),
  CASH: { minimum: 1, maximum: 1_000_000, secondsToPay: null, refundsByProvider: 'NONE', canBeReversed: false },
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
