import type { Rupiah } from '../platform/money.ts';
import type { PaymentItem } from './payment.ts';
import type { PaymentInstructions } from './payment-instructions.ts';
import type { PaymentMethod } from './payment-method.ts';

/** What the provider is asked to charge. */
export interface ChargeRequest {
  /** Our id of the attempt; at most 50 letters, digits, `-`, `_`, `~`, `.`; the same id is never charged twice. */
  readonly providerOrderId: string;
  /** The same key within minutes is answered as the first time; at most 46 characters. */
  readonly idempotencyKey: string;
  /** Public code of the order, shown to the payer. */
  readonly orderCode: string;
  readonly method: Exclude<PaymentMethod, 'CASH'>;
  /** Whole rupiah, above 0. */
  readonly amount: Rupiah;
  readonly items: readonly PaymentItem[];
  /** How long the payer has from now, in seconds; at least 20. */
  readonly secondsToPay: number;
}

/** Where a charge stands at the provider, in our words. */
export type ProviderStatus =
  | 'PENDING'
  | 'DENIED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'SETTLED'
  | 'PARTLY_REFUNDED'
  | 'REFUNDED'
  | 'REVERSED';

/** A refund as the provider lists it. */
export interface ProviderRefund {
  readonly refundKey: string;
  readonly amount: Rupiah;
  /** Whether the bank has confirmed that the money went out. */
  readonly isConfirmed: boolean;
}

/** What the provider says about one charge when asked. */
export interface ProviderState {
  readonly providerOrderId: string;
  readonly transactionId: string;
  readonly status: ProviderStatus;
  readonly amount: Rupiah;
  readonly currency: string;
  /** Null when the answer does not name one. */
  readonly merchantId: string | null;
  readonly refunds: readonly ProviderRefund[];
  /** Part of the money is disputed by the payer's bank: a person has to look. */
  readonly isPartlyDisputed: boolean;
  /** What the payer needs, as far as this answer tells; status answers tell less than charge answers. */
  readonly instructions: PaymentInstructions;
  /** The answer itself, for the record; it holds no secret. */
  readonly answer: object;
}

/** What came of a charge. UNKNOWN: it may or may not exist; ask for the state by our id before anything else. */
export type ChargeOutcome =
  | { readonly kind: 'CHARGED'; readonly state: ProviderState }
  | { readonly kind: 'REFUSED'; readonly code: string }
  | { readonly kind: 'UNKNOWN'; readonly why: string };

/** What came of asking for a state. */
export type StatusOutcome = { readonly kind: 'FOUND'; readonly state: ProviderState } | { readonly kind: 'NOT_FOUND' };

/** What came of calling a charge off. TOO_LATE: it is paid or over; ask for its state. */
export type CallOffOutcome = { readonly kind: 'DONE' | 'NOT_FOUND' | 'TOO_LATE' };

/** What came of a refund. REFUSED is final for this way of paying back: the money has to go another way. */
export type RefundOutcome =
  | { readonly kind: 'ACCEPTED'; readonly answer: object }
  | { readonly kind: 'REFUSED'; readonly code: string };

/** What a notification turned out to be. Even a genuine one is only a reason to ask for the state. */
export type NotificationReading =
  | { readonly kind: 'MALFORMED' }
  | { readonly kind: 'FORGED' }
  | { readonly kind: 'GENUINE'; readonly providerOrderId: string; readonly claimedStatus: string };

/** The provider gave no usable answer: no connection, a timeout, a 5xx, nonsense, or wrong credentials. Worth trying again. */
export class ProviderUnavailable extends Error {
  override readonly name: string = 'ProviderUnavailable';

  constructor(
    /** Which call: charge, status, cancel, expire, refund. */
    readonly call: string,
    /** A word or code; never a header, a key or a request. */
    readonly why: string,
  ) {
    super(`payment provider: ${call}: ${why}`);
  }
}

/** The provider answered about one charge what we cannot read, or what is another's: it is there, and others can be asked about. */
export class UnreadableAnswer extends ProviderUnavailable {
  override readonly name = 'UnreadableAnswer';
}

/**
 * Who moves the money. Every method may be called twice with the same arguments; none is called inside a transaction.
 * They throw ProviderUnavailable and nothing else; what they throw and answer never carries a secret.
 */
export interface PaymentProvider {
  charge(request: ChargeRequest): Promise<ChargeOutcome>;
  status(providerOrderId: string): Promise<StatusOutcome>;
  cancel(providerOrderId: string): Promise<CallOffOutcome>;
  expire(providerOrderId: string): Promise<CallOffOutcome>;
  /** Sends back so many whole rupiah of a settled charge; the same refundKey is the same refund. */
  refund(providerOrderId: string, refundKey: string, amount: Rupiah, reason: string): Promise<RefundOutcome>;
  /** Takes the raw body of a notification apart and checks its signature in constant time. */
  readNotification(body: string): NotificationReading;
}

declare module '../platform/context.ts' {
  interface Ports {
    readonly paymentProvider: PaymentProvider;
  }
}
