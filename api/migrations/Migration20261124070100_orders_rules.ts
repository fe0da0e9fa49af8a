import { Migration } from '@mikro-orm/migrations';
import { mayMoveFunction, moveGuard, pairs } from './moves-by-table.ts';

/** The statuses between which a parcel may move when this was written; a test holds them against PARCEL_TRANSITIONS. */
const PARCEL_MOVES = pairs([
  ['HELD', 'WAITING'],
  ['HELD', 'CANCELLED'],
  ['WAITING', 'ACCEPTED'],
  ['WAITING', 'REJECTED'],
  ['WAITING', 'CANCELLED'],
  ['WAITING', 'LAPSED'],
  ['ACCEPTED', 'REJECTED'],
  ['ACCEPTED', 'LAPSED'],
  ['ACCEPTED', 'PACKED'],
  ['ACCEPTED', 'CANCELLED'],
  ['PACKED', 'LAPSED'],
  ['PACKED', 'AT_POINT'],
  ['PACKED', 'REJECTED'],
  ['PACKED', 'CANCELLED'],
  ['AT_POINT', 'COLLECTED'],
  ['AT_POINT', 'UNCOLLECTED'],
  ['AT_POINT', 'LOST'],
  ['UNCOLLECTED', 'COLLECTED'],
  ['UNCOLLECTED', 'RETURNED'],
  ['UNCOLLECTED', 'LOST'],
  ['CANCELLED', 'WAITING'],
]);

/** The same for the payment of an order, and ORDER_TRANSITIONS. */
const PAYMENT_MOVES = pairs([
  ['AWAITING', 'PAID'],
  ['AWAITING', 'EXPIRED'],
  ['AWAITING', 'CANCELLED'],
  ['DUE_AT_POINT', 'PAID'],
  ['DUE_AT_POINT', 'CANCELLED'],
  ['EXPIRED', 'PAID'],
  ['EXPIRED', 'REFUND_DUE'],
  ['CANCELLED', 'PAID'],
  ['CANCELLED', 'REFUND_DUE'],
  ['REFUND_DUE', 'REFUNDED'],
  ['REFUND_DUE', 'REVERSED'],
  ['PAID', 'PARTLY_REFUNDED'],
  ['PAID', 'REFUNDED'],
  ['PAID', 'REVERSED'],
  ['PARTLY_REFUNDED', 'REFUNDED'],
  ['PARTLY_REFUNDED', 'REVERSED'],
]);

/** The same for disputes, and DISPUTE_TRANSITIONS. */
const DISPUTE_MOVES = pairs([
  ['OPEN', 'SETTLED'],
  ['OPEN', 'OFFERED'],
  ['OPEN', 'ESCALATED'],
  ['OPEN', 'WITHDRAWN'],
  ['OFFERED', 'SETTLED'],
  ['OFFERED', 'ESCALATED'],
  ['OFFERED', 'WITHDRAWN'],
  ['ESCALATED', 'WITHDRAWN'],
  ['ESCALATED', 'DECIDED'],
]);

/** Statuses change only along the tables, also when something other than the program writes them. */
export class Migration20261124070100_orders_rules extends Migration {
  override up(): void {
    this.addSql(mayMoveFunction('parcel_may_move', PARCEL_MOVES));
    this.addSql(mayMoveFunction('order_payment_may_move', PAYMENT_MOVES));
    this.addSql(mayMoveFunction('dispute_may_move', DISPUTE_MOVES));
    const firstOfOrder = `'AWAITING', 'DUE_AT_POINT'`;
    for (const guarded of [
      { table: 'dispute', column: 'status', mayMove: 'dispute_may_move', first: `'OPEN'` },
      { table: 'parcel', column: 'status', mayMove: 'parcel_may_move', first: `'HELD'` },
      { table: 'orders', column: 'payment_status', mayMove: 'order_payment_may_move', first: firstOfOrder },
    ])
      for (const statement of moveGuard(guarded)) this.addSql(statement);
    this.#frozenAtSale();
    this.#refundsAddUp();
  }

  /** Rule 6: prices and names are the order's own from the moment of sale. */
  #frozenAtSale(): void {
    this.addSql(`
      create function sale_is_frozen() returns trigger language plpgsql as $$
      begin
        raise exception 'what was sold is never changed' using errcode = 'restrict_violation', constraint = 'sale_is_frozen';
      end $$`);
    this.#frozen('parcel', [
      ...['order_id', 'seller_id', 'pickup_point_id', 'goods_total', 'point_fee', 'goods_discount', 'fee_discount'],
      ...['seller_discount', 'total', 'commission', 'community_share'],
    ]);
    this.#frozen('orders', [
      ...[
        'buyer_id',
        'pickup_point_id',
        'community_id',
        'goods_total',
        'point_fee_total',
        'voucher_id',
        'voucher_code',
      ],
      ...['discount_total', 'total'],
    ]);
    this.addSql(`
      create trigger sale_is_frozen before update on order_line for each row
      when (to_jsonb(old) - '{refunded_quantity,refunded_total,refunded_discount}'::text[]
            is distinct from to_jsonb(new) - '{refunded_quantity,refunded_total,refunded_discount}'::text[])
      execute function sale_is_frozen()`);
    this.addSql(
      `create trigger sale_is_kept before delete on order_line for each row execute function sale_is_frozen()`,
    );
  }

  #frozen(table: string, columns: readonly string[]): void {
    const all = (row: string): string => `(${columns.map((column) => `${row}.${column}`).join(', ')})`;
    this.addSql(`create trigger sale_is_frozen before update on ${table} for each row
      when (${all('old')} is distinct from ${all('new')}) execute function sale_is_frozen()`);
  }

  /** Refunds of a parcel are what its lines, the parcel and its order say, and are never taken back. Looked at when all of it is written. */
  #refundsAddUp(): void {
    this.addSql(`
      create function refunds_add_up() returns trigger language plpgsql as $$
      declare
        wanted uuid := coalesce(to_jsonb(new)->>'parcel_id', to_jsonb(new)->>'id')::uuid;
        kept parcel;
        said record;
        of_lines numeric;
        of_parcels numeric;
        of_order bigint;
      begin
        select * into kept from parcel where id = wanted;
        select coalesce(sum(amount), 0) as amount, coalesce(sum(goods_total), 0) as goods, count(*) as number
          into said from parcel_refund where parcel_id = wanted;
        select coalesce(sum(refunded_total), 0) into of_lines from order_line where parcel_id = wanted;
        select coalesce(sum(refund_due), 0) into of_parcels from parcel where order_id = kept.order_id;
        select refund_due_total into of_order from orders where id = kept.order_id;
        if (said.amount, said.number, said.goods) is distinct from (kept.refund_due, kept.refund_count, of_lines)
           or of_parcels > of_order then
          raise exception 'refunds of parcel % do not add up', wanted
            using errcode = 'check_violation', constraint = 'refunds_add_up';
        end if;
        return null;
      end $$`);
    for (const change of [
      'insert on parcel_refund',
      'update of refund_due, refund_count on parcel',
      'update of refunded_quantity, refunded_total on order_line',
    ])
      this.addSql(`
        create constraint trigger refunds_add_up after ${change} deferrable initially deferred
        for each row execute function refunds_add_up()`);
    this.addSql(`
      create function refunds_never_fall() returns trigger language plpgsql as $$
      begin
        if new.refund_due_total < old.refund_due_total or new.refunded_total < old.refunded_total then
          raise exception 'a refund is never taken back' using errcode = 'check_violation', constraint = 'refunds_never_fall';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger refunds_never_fall before update of refund_due_total, refunded_total on orders
      for each row execute function refunds_never_fall()`);
  }
}
