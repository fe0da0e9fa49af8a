import { LedgerAccountKind } from '../../api/ledger/index.ts';
import { naturalSign } from '../../api/ledger/ledger-account.ts';
import type { Order } from '../../api/orders/index.ts';
import type { MarketWorld } from '../support/market-world.ts';

/** What has been booked about an order so far, by kind of account; money that we have or owe is positive, nothing is left out. */
export async function booksOf(world: MarketWorld, order: Order): Promise<Record<string, number>> {
  const rows = await world.context().read.rows<{ kind: LedgerAccountKind; sum: number }>(
    `with about as (
       select id::text as key from parcel where order_id = $1
       union select id::text from payment where reference = $1
       union select a.id::text from payment_attempt a join payment p on p.id = a.payment_id where p.reference = $1
       union select r.id::text from refund r join payment p on p.id = r.payment_id where p.reference = $1
     )
     select a.kind, sum(l.amount)::int as sum
       from ledger_transaction t join ledger_line l on l.transaction_id = t.id join ledger_account a on a.id = l.account_id
      where split_part(t.effect, ':', 2) in (select key from about) group by a.kind`,
    [order.key],
  );
  return Object.fromEntries(
    rows.filter(({ sum }) => sum !== 0).map(({ kind, sum }) => [kind, sum * naturalSign(kind)]),
  );
}

/** What was booked between two looks at the books. */
export function booked(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  const changes = Object.values(LedgerAccountKind).map(
    (kind) => [kind, (after[kind] ?? 0) - (before[kind] ?? 0)] as const,
  );
  return Object.fromEntries(changes.filter(([, change]) => change !== 0));
}
