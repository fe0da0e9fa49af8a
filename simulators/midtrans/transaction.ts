import type { ChannelKey } from './channels.ts';

export type TransactionStatus =
  | ('pending' | 'settlement' | 'deny' | 'cancel' | 'expire' | 'refund' | 'partial_refund')
  | ('chargeback' | 'partial_chargeback');

/** Money sent back, whole or in part. Amounts are whole rupiah. */
export interface Refund {
  chargebackId: number;
  key: string;
  amount: number;
  reason?: string;
  method: 'online' | 'offline';
  createdAt: Date;
  /** Set by the second of the two notices: the payer's side has confirmed. */
  bankConfirmedAt?: Date;
}

/** One line of the goods that a charge lists, as the payer's page shows them. */
export interface Item {
  name: string;
  price: number;
  quantity: number;
}

/** One attempt to pay, as the provider's books hold it. */
export interface Transaction {
  transactionId: string;
  orderId: string;
  channel: ChannelKey;
  /** Whole rupiah. */
  grossAmount: number;
  status: TransactionStatus;
  createdAt: Date;
  expiresAt: Date;
  settledAt?: Date;
  /** When the bank takes the settlement back, where that was ordered. */
  reversesAt?: Date;
  /** What tells the payer how to pay, named as on the wire: va_numbers, qr_string, bill_key... */
  instructions: Record<string, unknown>;
  /** The number that a payer types in: a virtual account or a bill key. */
  payNumber?: string;
  /** The text inside the QR code. */
  qrText?: string;
  /** Known only after payment, named as on the wire: issuer, transaction_type... */
  paidWith: Record<string, unknown>;
  /** Returned to the merchant as it came: custom_field1..3, metadata. */
  echoed: Record<string, unknown>;
  items: Item[];
  payerName?: string;
  /** Where the wallet leads the payer back to. */
  callbackUrl?: string;
  refunds: Refund[];
}

/** Sum of what went back so far, in whole rupiah. */
export function refundedAmount(transaction: Transaction): number {
  return transaction.refunds.reduce((sum, refund) => sum + refund.amount, 0);
}

/** Whether the provider holds the money, or held it and sent it back; not once a bank has taken all of it. */
export function wasPaid({ settledAt, status }: Transaction): boolean {
  return Boolean(settledAt) && status !== 'deny' && status !== 'chargeback';
}

/**
 * An order id is free again when its transaction expired or was cancelled; also when it was refused unpaid. It stays taken
 * while the transaction is active, and for ever once it was paid.
 */
export function holdsOrderId(transaction: Transaction): boolean {
  return !(['expire', 'cancel', 'deny'].includes(transaction.status) && !transaction.settledAt);
}
