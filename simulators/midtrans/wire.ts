import { createHash } from 'node:crypto';
import { CHANNELS } from './channels.ts';
import { type Refund, refundedAmount, type Transaction } from './transaction.ts';

const WIB_OFFSET_MS = 7 * 3_600_000;
const ORDER_TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/;

/** Depok time without a zone, as the provider writes it: "2026-01-01 19:05:00". */
export function wibTime(at: Date): string {
  return new Date(at.getTime() + WIB_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** Reads "2026-01-01 19:05:00 +0700"; undefined when it is not written so. */
export function readWibTime(text: unknown): Date | undefined {
  const parts = typeof text === 'string' ? ORDER_TIME.exec(text) : null;
  const at = parts && new Date(`${parts[1]}T${parts[2]}${parts[3]}:${parts[4]}`);
  return at && !Number.isNaN(at.getTime()) ? at : undefined;
}

/** Whole rupiah as the provider writes amounts in answers: "150000.00". */
export function moneyText(amount: number): string {
  return `${amount}.00`;
}

/** The signature of a notification: SHA-512 over order id, status code, amount as written, and the server key. */
export function signature(orderId: string, statusCode: string, grossAmount: string, serverKey: string): string {
  return createHash('sha512').update(`${orderId}${statusCode}${grossAmount}${serverKey}`).digest('hex');
}

/** Code of a status question's answer; what the question found, not whether it succeeded. */
export function statusCodeOf(transaction: Transaction): string {
  if (transaction.status === 'pending') return '201';
  if (transaction.status === 'expire') return '407';
  return transaction.status === 'deny' ? '202' : '200';
}

/** Code inside a notification: cancel, expire and deny all carry 202 there. */
function noticeCodeOf(transaction: Transaction): string {
  if (transaction.status === 'pending') return '201';
  return ['cancel', 'expire', 'deny'].includes(transaction.status) ? '202' : '200';
}

/** The fields that every answer about a transaction begins with. */
export function transactionFields(transaction: Transaction, merchantId: string): Record<string, unknown> {
  return {
    transaction_id: transaction.transactionId,
    order_id: transaction.orderId,
    merchant_id: merchantId,
    gross_amount: moneyText(transaction.grossAmount),
    currency: 'IDR',
    payment_type: CHANNELS[transaction.channel].paymentType,
    transaction_time: wibTime(transaction.createdAt),
    transaction_status: transaction.status,
    // Indomaret's answers leave it out.
    ...(transaction.channel !== 'indomaret' && { fraud_status: 'accept' }),
    expiry_time: wibTime(transaction.expiresAt),
  };
}

/** A transaction as GET status and notifications show it: also how it was paid and what went back. */
export function detailedFields(transaction: Transaction, merchantId: string): Record<string, unknown> {
  const { qr_string: _qr, actions: _actions, ...shown } = transaction.instructions;
  return {
    ...transactionFields(transaction, merchantId),
    ...shown,
    ...transaction.paidWith,
    ...transaction.echoed,
    ...(transaction.settledAt && { settlement_time: wibTime(transaction.settledAt) }),
    ...(transaction.refunds.length > 0 && {
      refund_amount: moneyText(refundedAmount(transaction)),
      refunds: transaction.refunds.map(refundFields),
    }),
  };
}

function refundFields(refund: Refund): Record<string, unknown> {
  return {
    refund_chargeback_id: refund.chargebackId,
    refund_amount: moneyText(refund.amount),
    created_at: wibTime(refund.createdAt),
    reason: refund.reason,
    refund_key: refund.key,
    refund_method: refund.method,
    ...(refund.bankConfirmedAt && { bank_confirmed_at: wibTime(refund.bankConfirmedAt) }),
  };
}

/** The body of a notification about what the books say now, signed. */
export function notificationBody(
  transaction: Transaction,
  merchant: { merchantId: string; serverKey: string },
): Record<string, unknown> {
  const code = noticeCodeOf(transaction);
  return {
    ...detailedFields(transaction, merchant.merchantId),
    status_message: 'midtrans payment notification',
    status_code: code,
    signature_key: signature(transaction.orderId, code, moneyText(transaction.grossAmount), merchant.serverKey),
  };
}
