import { Migration } from '@mikro-orm/migrations';
import { mayMoveFunction, moveGuard, pairs } from './moves-by-table.ts';

/** The statuses between which a payment may move when this was written; a test holds them against PAYMENT_MOVES. */
const PAYMENT_MOVES = pairs([
  ['STARTING', 'PENDING'],
  ['STARTING', 'PAID'],
  ['STARTING', 'EXPIRED'],
  ['STARTING', 'CANCELLED'],
  ['STARTING', 'DENIED'],
  ['PENDING', 'STARTING'],
  ['PENDING', 'PAID'],
  ['PENDING', 'EXPIRED'],
  ['PENDING', 'CANCELLED'],
  ['PENDING', 'DENIED'],
  ['DENIED', 'STARTING'],
  ['DENIED', 'PAID'],
  ['DENIED', 'EXPIRED'],
  ['DENIED', 'CANCELLED'],
  ['EXPIRED', 'PAID'],
  ['CANCELLED', 'PAID'],
  ['PAID', 'REFUND_DUE'],
  ['PAID', 'PARTLY_REFUNDED'],
  ['PAID', 'REFUNDED'],
  ['PAID', 'REVERSED'],
  ['PARTLY_REFUNDED', 'REFUND_DUE'],
  ['PARTLY_REFUNDED', 'REFUNDED'],
  ['PARTLY_REFUNDED', 'REVERSED'],
  ['REFUND_DUE', 'PARTLY_REFUNDED'],
  ['REFUND_DUE', 'REFUNDED'],
  ['REFUND_DUE', 'REVERSED'],
]);

/** What the provider may say of a charge after what was known of it, in any order and with answers left out; held against reduceStatus. */
const AFTER_THE_SETTLEMENT = ['PARTLY_REFUNDED', 'REFUNDED', 'REVERSED'];
const AFTER_THE_END = ['SETTLED', ...AFTER_THE_SETTLEMENT];
const AFTER_THE_CHARGE = ['DENIED', 'CANCELLED', 'EXPIRED', ...AFTER_THE_END];
const ATTEMPT_MOVES = pairs(
  Object.entries({
    STARTING: ['UNKNOWN', 'PENDING', ...AFTER_THE_CHARGE],
    UNKNOWN: ['PENDING', ...AFTER_THE_CHARGE],
    PENDING: AFTER_THE_CHARGE,
    DENIED: AFTER_THE_END,
    CANCELLED: AFTER_THE_END,
    EXPIRED: AFTER_THE_END,
    SETTLED: AFTER_THE_SETTLEMENT,
    PARTLY_REFUNDED: ['REFUNDED', 'REVERSED'],
    REFUNDED: ['REVERSED'],
  }).flatMap(([from, allowed]) => allowed.map((to) => [from, to] as const)),
);

/** Moves of a refund, held against REFUND_MOVES. What has gone out is never called off. */
const REFUND_MOVES = pairs([
  ['DUE', 'SENT'],
  ['DUE', 'TASK'],
  ['DUE', 'FAILED'],
  ['TASK', 'SENT'],
  ['TASK', 'DONE'],
  ['TASK', 'FAILED'],
  ['SENT', 'DONE'],
]);

/** What refunds and settlements must never break, whoever writes the rows. */
export class Migration20261124003000_payments_rules extends Migration {
  override up(): void {
    this.addSql(`
      create function refunds_within_paid() returns trigger language plpgsql as $$
      declare
        paid bigint;
        owed bigint;
      begin
        -- The lock makes parallel refunds of one payment see each other.
        select paid_total - reversed_total into paid from payment where id = new.payment_id for update;
        select coalesce(sum(amount), 0) into owed from refund where payment_id = new.payment_id and status <> 'FAILED';
        if owed > paid then
          raise exception 'refunds of % exceed what was paid: % of %', new.payment_id, owed, paid
            using errcode = 'check_violation', constraint = 'refunds_within_paid';
        end if;
        return null;
      end $$`);
    this.addSql(`
      create constraint trigger refunds_within_paid after insert or update on refund
      for each row execute function refunds_within_paid()`);
    this.addSql(`
      create function paid_total_never_falls() returns trigger language plpgsql as $$
      begin
        if new.paid_total < old.paid_total or new.reversed_total < old.reversed_total or new.amount <> old.amount
           or (new.id, new.reference, new.payer_id) is distinct from (old.id, old.reference, old.payer_id) then
          raise exception 'what a payment asks and got is never taken back' using errcode = 'check_violation', constraint = 'paid_total_never_falls';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger paid_total_never_falls before update on payment for each row execute function paid_total_never_falls()`);
    this.addSql(`create index payment_attempt_due on payment_attempt (next_ask_at) where next_ask_at is not null`);
    this.addSql(`create index refund_due on refund (created_at) where status = 'DUE'`);
    this.#moveByTable();
    this.#rowsStay();
  }

  #moveByTable(): void {
    this.addSql(mayMoveFunction('payment_may_move', PAYMENT_MOVES));
    this.addSql(mayMoveFunction('payment_attempt_may_move', ATTEMPT_MOVES));
    this.addSql(mayMoveFunction('refund_may_move', REFUND_MOVES));
    const column = 'status';
    for (const guarded of [
      { table: 'payment', column, mayMove: 'payment_may_move', first: `'STARTING', 'PENDING'` },
      { table: 'payment_attempt', column, mayMove: 'payment_attempt_may_move', first: `'STARTING'` },
      { table: 'refund', column, mayMove: 'refund_may_move', first: `'DUE'` },
    ])
      for (const statement of moveGuard(guarded)) this.addSql(statement);
  }

  /** A refund that vanished, shrank or went over to another payment would leave room for a second one of the same money. */
  #rowsStay(): void {
    this.addSql(`
      create function refund_keeps_its_figures() returns trigger language plpgsql as $$
      begin
        if (new.id, new.payment_id, new.attempt_id, new.payer_id, new.effect, new.amount, new.created_at)
           is distinct from (old.id, old.payment_id, old.attempt_id, old.payer_id, old.effect, old.amount, old.created_at)
           or (new.refund_key <> old.refund_key and not (old.status = 'DUE' and new.status = 'SENT'))
           or (old.sent_at is not null and (new.sent_at, new.sent_by) is distinct from (old.sent_at, old.sent_by)) then
          raise exception 'a refund keeps its figures' using errcode = 'check_violation', constraint = 'refund_keeps_its_figures';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger refund_keeps_its_figures before update on refund for each row execute function refund_keeps_its_figures()`,
    );
    this.addSql(`
      create function payment_rows_stay() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of payments stay' using errcode = 'restrict_violation', constraint = 'payment_rows_stay';
      end $$`);
    for (const table of ['payment', 'payment_attempt', 'refund'])
      this.addSql(
        `create trigger payment_rows_stay before delete on ${table} for each row execute function payment_rows_stay()`,
      );
  }
}
