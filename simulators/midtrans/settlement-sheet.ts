import { CHANNELS } from './channels.ts';
import { refundedAmount, type Transaction } from './transaction.ts';
import { moneyText, wibTime } from './wire.ts';

/** The columns of a settlement sheet, named as on the wire. */
const COLUMNS = [
  'order_id',
  'transaction_id',
  'payment_type',
  'transaction_status',
  'gross_amount',
  'refund_amount',
  'transaction_time',
  'settlement_time',
] as const;

/** What the provider settled on one day of Depok (yyyy-mm-dd), refunds up to now with it: a line each, as CSV. */
export function settlementSheet(transactions: readonly Transaction[], day: string): string {
  const lines = transactions
    .filter(({ settledAt }) => settledAt && wibTime(settledAt).startsWith(day))
    .map((each) =>
      [
        each.orderId,
        each.transactionId,
        CHANNELS[each.channel].paymentType,
        each.status,
        moneyText(each.grossAmount),
        moneyText(refundedAmount(each)),
        wibTime(each.createdAt),
        wibTime(each.settledAt ?? each.createdAt),
      ].join(','),
    );
  return `${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}
