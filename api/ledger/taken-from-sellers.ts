import type { Reader } from '../platform/database/reader.ts';
import type { Rupiah } from '../platform/money.ts';
import { ledgerAccountKey } from './ledger-account.ts';

/** A sale of a seller that may have been undone. */
export interface SoldParcel {
  /** Key of the parcel. */
  readonly key: string;
  readonly sellerKey: string;
  /** Key of the payment that paid for it. */
  readonly paymentKey: string;
  /** How many refunds there were of it. */
  readonly refunds: number;
}

/**
 * What refunds, and a bank that took the payment back, have taken from the sellers of these parcels, in rupiah and in their order; 0 where the
 * sale stands. What a point that lost one made up for is not taken any more. No matter whether it was held, payable or paid out by then.
 */
export async function takenFromSellers(read: Reader, sold: readonly SoldParcel[]): Promise<Rupiah[]> {
  const asked = sold.map(({ key, sellerKey, paymentKey, refunds }, at) => ({
    at,
    accounts: (['SELLER_HELD', 'SELLER_PAYABLE'] as const).map((kind) =>
      ledgerAccountKey({ kind, ownerKey: sellerKey }),
    ),
    effects: [
      ...Array.from({ length: refunds }, (_, number) => `refund:${key}:${number + 1}`),
      `undone:${key}`,
      `reversed:${paymentKey}`,
      `lost:${key}`,
    ],
  }));
  const rows = await read.rows<{ at: number; taken: string }>(
    `select asked.at, coalesce(sum(l.amount), 0)::text as taken
       from jsonb_to_recordset($1::jsonb) as asked(at int, accounts uuid[], effects text[])
       left join ledger_transaction t on t.effect = any(asked.effects)
       left join ledger_line l on l.transaction_id = t.id and l.account_id = any(asked.accounts)
      group by asked.at`,
    [JSON.stringify(asked)],
    'ledger-taken-from-sellers',
  );
  const taken = new Map(rows.map((row) => [row.at, Number(row.taken)]));
  return sold.map((_, at) => taken.get(at) ?? 0);
}
