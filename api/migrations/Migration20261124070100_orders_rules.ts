import { Migration } from '@mikro-orm/migrations';

/** Pairs of statuses, as rows of VALUES. */
function pairs(rows: readonly (readonly [from: string, to: string])[]): string {
  return rows.map(([from, to]) => `('${from}', '${to}')`).join(', ');
}

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
  ['PAID', 'PARTLY_REFUNDED'],
  ['PAID', 'REFUNDED'],
  ['PAID', 'REVERSED'],
  ['PARTLY_REFUNDED', 'REFUNDED'],
  ['PARTLY_REFUNDED', 'REVERSED'],
]);

/** Statuses change only along the tables, also when something other than the program writes them. */
export class Migration20261124070100_orders_rules extends Migration {
  override up(): void {
    this.#mayMove('parcel_may_move', PARCEL_MOVES);
    this.#mayMove('order_payment_may_move', PAYMENT_MOVES);
    this.#guard('parcel', 'status', 'parcel_may_move', `'HELD'`);
    this.#guard('orders', 'payment_status', 'order_payment_may_move', `'AWAITING', 'DUE_AT_POINT'`);
    this.#frozenAtSale();
  }

  #mayMove(name: string, rows: string): void {
    this.addSql(`
      create function ${name}(old_status text, new_status text) returns boolean language sql immutable strict parallel safe as $$
        select (old_status, new_status) in (values ${rows})
      $$`);
  }

  #guard(table: string, column: string, mayMove: string, first: string): void {
    const name = `${table}_${column}_moves_by_table`;
    this.addSql(`
      create function ${name}() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.${column} in (${first}) then return new; end if;
        elsif new.${column} = old.${column} or ${mayMove}(old.${column}, new.${column}) then
          return new;
        end if;
        raise exception '${table} may not be %', new.${column} using errcode = 'check_violation', constraint = '${name}';
      end $$`);
    this.addSql(
      `create trigger ${name} before insert or update of ${column} on ${table} for each row execute function ${name}()`,
    );
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
    this.addSql(
      `create trigger sale_is_frozen before update or delete on order_line for each row execute function sale_is_frozen()`,
    );
  }

  #frozen(table: string, columns: readonly string[]): void {
    const all = (row: string): string => `(${columns.map((column) => `${row}.${column}`).join(', ')})`;
    this.addSql(`create trigger sale_is_frozen before update on ${table} for each row
      when (${all('old')} is distinct from ${all('new')}) execute function sale_is_frozen()`);
  }
}
