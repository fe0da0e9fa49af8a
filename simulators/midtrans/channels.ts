const SECOND = 1;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** The ways to pay that this stand-in knows, by the name that pages and control calls use. */
export const CHANNEL_KEYS = [
  'qris',
  'gopay',
  'shopeepay',
  'bca',
  'bni',
  'bri',
  'cimb',
  'permata',
  'echannel',
  'indomaret',
  'alfamart',
] as const;
export type ChannelKey = (typeof CHANNEL_KEYS)[number];

/** One way to pay: what it is called, what it takes, how long it waits and what may be done with the money later. */
export interface Channel {
  label: string;
  paymentType: 'qris' | 'gopay' | 'shopeepay' | 'bank_transfer' | 'echannel' | 'cstore';
  createdMessage: string;
  /** Smallest and largest sum in whole rupiah; no largest means that none is stated. */
  min: number;
  max?: number;
  /** Seconds: the usual life of a charge, and the bounds of a custom one. */
  life: { usual: number; shortest: number; longest: number };
  /** Days after settlement within which money can go back this way; none means never. */
  refundDays?: number;
  /** Only all of it can go back, never a part. */
  refundsWholeOnly?: boolean;
  /** A settlement may be taken back within minutes, the money returns to the payer. */
  reversible: boolean;
  /** The payer's number: what it begins with, how long it is, how many digits a merchant may choose. */
  number?: { prefix: string; length: number; customMin: number; customMax: number };
}

const VA_LIFE = { usual: DAY, shortest: 20 * SECOND, longest: 180 * DAY };
const WALLET_LIFE = { usual: 15 * MINUTE, shortest: 20 * SECOND, longest: 7 * DAY };
const VA = {
  paymentType: 'bank_transfer',
  createdMessage: 'Success, Bank Transfer transaction is created',
  life: VA_LIFE,
} as const;

const SHOP = {
  paymentType: 'cstore',
  createdMessage: 'Success, cstore transaction is successful',
  life: VA_LIFE,
} as const;

/** Limits of March 2026; the banks' own may be stricter. */
export const CHANNELS: Record<ChannelKey, Channel> = {
  qris: {
    label: 'QRIS',
    paymentType: 'qris',
    createdMessage: 'QRIS transaction is created',
    min: 1,
    max: 10_000_000,
    life: WALLET_LIFE,
    refundDays: 45,
    reversible: false,
  },
  gopay: {
    label: 'GoPay',
    paymentType: 'gopay',
    createdMessage: 'GO-PAY billing created',
    min: 1,
    max: 20_000_000,
    life: WALLET_LIFE,
    refundDays: 45,
    reversible: false,
  },
  shopeepay: {
    label: 'ShopeePay',
    paymentType: 'shopeepay',
    createdMessage: 'ShopeePay transaction is created',
    min: 1,
    max: 20_000_000,
    life: WALLET_LIFE,
    refundDays: 365,
    refundsWholeOnly: true,
    reversible: false,
  },
  bca: {
    ...VA,
    label: 'BCA Virtual Account',
    min: 10_000,
    max: 20_000_000_000,
    reversible: false,
    number: { prefix: '39141', length: 16, customMin: 6, customMax: 11 },
  },
  bni: {
    ...VA,
    label: 'BNI Virtual Account',
    min: 1,
    reversible: false,
    number: { prefix: '98814391', length: 16, customMin: 1, customMax: 8 },
  },
  bri: {
    ...VA,
    label: 'BRI Virtual Account',
    min: 1,
    max: 20_000_000_000,
    reversible: false,
    number: { prefix: '14391', length: 18, customMin: 1, customMax: 13 },
  },
  cimb: {
    ...VA,
    label: 'CIMB Niaga Virtual Account',
    min: 1,
    max: 250_000_000,
    reversible: false,
    number: { prefix: '1899', length: 16, customMin: 1, customMax: 12 },
  },
  permata: {
    ...VA,
    createdMessage: 'Success, PERMATA VA transaction is successful',
    label: 'Permata Virtual Account',
    min: 1,
    max: 9_999_999_999,
    reversible: true,
    number: { prefix: '850003', length: 16, customMin: 10, customMax: 10 },
  },
  echannel: {
    label: 'Mandiri Bill Payment',
    paymentType: 'echannel',
    createdMessage: 'OK, Mandiri Bill transaction is successful',
    min: 1,
    max: 50_000_000_000,
    life: VA_LIFE,
    reversible: true,
    number: { prefix: '', length: 12, customMin: 1, customMax: 12 },
  },
  indomaret: {
    ...SHOP,
    label: 'Indomaret',
    min: 10_000,
    max: 5_000_000,
    reversible: true,
    number: { prefix: '439', length: 14, customMin: 0, customMax: 0 },
  },
  alfamart: {
    ...SHOP,
    label: 'Alfamart',
    min: 1,
    // Without cash; the counter itself takes 2,500,000 in cash.
    max: 5_000_000,
    reversible: false,
    number: { prefix: '8529', length: 16, customMin: 0, customMax: 0 },
  },
};

/** A QRIS charge held by ShopeePay lives five days at most, the others seven. */
export const SHOPEE_QRIS_LONGEST = 5 * DAY;
/** QRIS paid from another provider's wallet can be refunded for a week only. */
export const OFF_US_REFUND_DAYS = 7;

/** The channel that a charge names, or nothing when this stand-in does not serve it. */
export function channelOf(paymentType: unknown, bank: unknown, store: unknown): ChannelKey | undefined {
  const chosen = { bank_transfer: bank, cstore: store }[String(paymentType)];
  if (chosen !== undefined) {
    return CHANNEL_KEYS.find((key) => key === chosen && CHANNELS[key].paymentType === paymentType);
  }
  return CHANNEL_KEYS.find((key) => key === paymentType && DIRECT.has(key));
}

/** Named by the payment type alone. */
const DIRECT: ReadonlySet<ChannelKey> = new Set(['qris', 'gopay', 'shopeepay', 'echannel', 'permata']);
