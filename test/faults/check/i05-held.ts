import type { Evidence } from './evidence.ts';

/** One party's part of the sale of a parcel: what it was to get, and what became of it by the ledger. In whole rupiah, as texts. */
interface Part {
  readonly code: string;
  readonly payment: string;
  readonly account: string;
  /** By the sums that were frozen when the order was placed; nothing where nobody paid for it. What was handed over must be paid, whatever its row says. */
  readonly sold: string;
  /** Taken by refunds, or by a return that a voucher had paid for, while it was held. */
  readonly refunded: string;
  /** Held no more, and payable by the same posting. */
  readonly released: string;
  readonly made_payable: string;
  readonly is_released: boolean;
  /** Nobody can complain any more: it came to nothing, or the time for complaints is over and no complaint is open. */
  readonly is_over: boolean;
  /** Taken by the bank while it was under way; the parcel came to nothing, or was lost afterwards, which sold it once more. */
  readonly is_undone: boolean;
  /** Given by the loss of a parcel whose sale did not stand. */
  readonly by_loss: string;
  readonly is_sold_by_loss: boolean;
}

const LINES = `
  held as (
    select t.effect, a.kind, a.owner_id, sum(l.amount) as amount
      from ledger_line l join ledger_transaction t on t.id = l.transaction_id join ledger_account a on a.id = l.account_id
     where a.kind in ('SELLER_HELD', 'POINT_HELD', 'COMMUNITY_HELD', 'SELLER_PAYABLE', 'POINT_PAYABLE', 'COMMUNITY_PAYABLE')
     group by t.effect, a.kind, a.owner_id
  )`;

/** What a parcel gives to whom, of whom the ledger has an account. */
const PARTS = `
  select p.id, p.code, pay.id as payment, e.kind, e.owner_id, e.amount, p.is_settled, p.status
    from parcel p join orders o on o.id = p.order_id join payment pay on pay.reference = o.id
   cross join lateral (values
     ('SELLER', p.seller_id, p.goods_total - p.seller_discount - p.commission),
     ('POINT', p.pickup_point_id, p.point_fee),
     ('COMMUNITY', o.community_id, p.community_share)) as e(kind, owner_id, amount)
   where e.owner_id is not null`;

const OF_PARCELS = `
  with ${LINES}, part as (${PARTS}), moved as (
    select part.*,
           exists (select from ledger_transaction t where t.effect = 'released:' || part.id) as is_released,
           exists (select from ledger_transaction t where t.effect = 'lost:' || part.id) as is_sold_by_loss,
           exists (select from ledger_transaction t where t.effect = 'reversed:' || part.payment) as is_reversed,
           coalesce(sum(h.amount) filter (where h.kind = part.kind || '_HELD' and h.effect ~ '^(refund|undone):'), 0) as refunded,
           coalesce(sum(h.amount) filter (where h.kind = part.kind || '_HELD' and h.effect ~ '^released:'), 0) as released,
           coalesce(-sum(h.amount) filter (where h.kind = part.kind || '_PAYABLE' and h.effect ~ '^released:'), 0) as made_payable,
           coalesce(-sum(h.amount) filter (where h.kind = part.kind || '_HELD' and h.effect ~ '^lost:'), 0) as by_loss
      from part left join held h on h.owner_id = part.owner_id and split_part(h.effect, ':', 2) = part.id::text
     group by part.id, part.code, part.payment, part.kind, part.owner_id, part.amount, part.is_settled, part.status
  )
  select code, payment, kind || '_HELD:' || owner_id as account, refunded::text, released::text, made_payable::text, by_loss::text,
         is_released, is_sold_by_loss,
         case when is_settled or is_sold_by_loss or status = 'COLLECTED' then amount else 0 end::text as sold,
         is_reversed and is_settled and (is_sold_by_loss or not is_released and status not in ('COLLECTED', 'LOST')) as is_undone,
         status in ('CANCELLED', 'REJECTED', 'LAPSED', 'RETURNED')
           or status in ('COLLECTED', 'LOST')
              and exists (select from timer t where t.parcel_id = moved.id and t.kind = 'RELEASE_MONEY' and t.fired_at is not null)
              and not exists (select from dispute d where d.parcel_id = moved.id and d.status in ('OPEN', 'OFFERED', 'ESCALATED')) as is_over
    from moved`;

/** What came in for a party of an order, by all postings that are of no parcel alone or are the cash for one, and what a bank took back of it. */
const OF_PAYMENTS = `
  with ${LINES}, named as (
    select id as payment, id::text as key from payment
    union all select payment_id, id::text from payment_attempt
    union all select pay.id, p.id::text from parcel p join payment pay on pay.reference = p.order_id
  )
  select n.payment, h.kind || ':' || h.owner_id as account,
         coalesce(-sum(h.amount) filter (where h.effect ~ '^(paid|cash):'), 0)::text as paid,
         coalesce(sum(h.amount) filter (where h.effect ~ '^reversed:'), 0)::text as reversed
    from held h join named n on n.key = split_part(h.effect, ':', 2)
   where h.kind like '%_HELD' group by n.payment, h.kind, h.owner_id`;

/** Held by something that the checks do not know, so that it would count nowhere. */
const OF_NOBODY = `
  with ${LINES}
  select effect, kind || ':' || owner_id as account, amount::text from held
   where kind like '%_HELD' and effect !~ '^(paid|cash|refund|undone|released|reversed|lost):'`;

/**
 * I5: of each parcel, seller, point and community get what was frozen when it was ordered, less what refunds and banks took; all that is left is
 * released when nobody can complain any more, by one posting that makes as much payable, and nothing is held after that. Of whom a refund takes
 * how much is read from the ledger itself: that the whole is right is held by `ledgerIsSound`, the shares of it are not held here.
 */
export async function heldAsSold({ rows }: Evidence): Promise<string[]> {
  const parts = await rows<Part>(OF_PARCELS);
  const came = await rows<{ payment: string; account: string; paid: string; reversed: string }>(OF_PAYMENTS);
  const unknown = await rows<{ effect: string; account: string; amount: string }>(OF_NOBODY);
  return [
    ...parts.flatMap(ofParcel),
    ...ofOrders(parts, new Map(came.map((each) => [`${each.payment} ${each.account}`, each]))),
    ...unknown.map(({ effect, account, amount }) => `${effect} moves ${amount} of ${account}, for no parcel`),
  ];
}

/** What is left of a part before it is released, in rupiah. */
function leftOf({ sold, refunded }: Part): number {
  return Number(sold) - Number(refunded);
}

function ofParcel(part: Part): string[] {
  const { code, account, released, made_payable: payable, by_loss: byLoss } = part;
  const found: string[] = [];
  const left = leftOf(part);
  if (payable !== released) found.push(`${released} were released of ${account}, ${payable} are payable`);
  if (part.is_released ? left !== Number(released) : part.is_over && !part.is_undone && left !== 0)
    found.push(`nobody can complain, ${left} were left of ${account}, ${released} are released`);
  if (part.is_sold_by_loss && Number(byLoss) !== left)
    found.push(`was lost unsold, ${left} were left of ${account}, the point owes ${byLoss}`);
  return found.map((sentence) => `${code}: ${sentence}`);
}

/** The parcels of an order are paid, and taken back by a bank, by one posting: their parts add up to it. */
function ofOrders(parts: readonly Part[], came: ReadonlyMap<string, { paid: string; reversed: string }>): string[] {
  return [...Map.groupBy(parts, ({ payment, account }) => `${payment} ${account}`)].flatMap(([key, all]) => {
    const [{ code, account }] = all as [Part, ...Part[]];
    const paid = all.filter((part) => !part.is_sold_by_loss || part.is_undone);
    const sold = paid.reduce((sum, part) => sum + Number(part.sold), 0);
    const undone = all.filter((part) => part.is_undone).reduce((sum, part) => sum + leftOf(part), 0);
    const { paid: booked, reversed } = came.get(key) ?? { paid: '0', reversed: '0' };
    return [
      ...(Number(booked) === sold ? [] : [`order of ${code}: ${sold} were sold for ${account}, ${booked} are booked`]),
      ...(Number(reversed) === undone
        ? []
        : [`order of ${code}: ${undone} of ${account} were undone, ${reversed} are booked as reversed`]),
    ];
  });
}
