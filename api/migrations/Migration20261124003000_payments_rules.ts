import { Migration } from '@mikro-orm/migrations';

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
        if new.paid_total < old.paid_total or new.reversed_total < old.reversed_total or new.amount <> old.amount then
          raise exception 'what a payment asks and got is never taken back' using errcode = 'check_violation', constraint = 'paid_total_never_falls';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger paid_total_never_falls before update on payment for each row execute function paid_total_never_falls()`);
    this.addSql(`create index payment_attempt_due on payment_attempt (next_ask_at) where next_ask_at is not null`);
    this.addSql(`create index refund_due on refund (created_at) where status = 'DUE'`);
  }
}
