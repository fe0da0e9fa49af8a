import { Migration } from '@mikro-orm/migrations';

/**
 * What uses of a voucher must never break, whoever writes the rows: no buyer has more of them than its terms allow, and all together have
 * no more in a period; and its terms never change.
 */
export class Migration20261124065000_voucher_rules extends Migration {
  override up(): void {
    this.addSql(`
      create function voucher_terms_never_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the terms of a voucher never change' using errcode = 'check_violation', constraint = 'voucher_terms_never_change';
      end $$`);
    this.addSql(`
      create trigger voucher_terms_never_change before update on voucher for each row
      when (to_jsonb(old) - '{uses,ended_at}'::text[] is distinct from to_jsonb(new) - '{uses,ended_at}'::text[]
            or (old.ended_at is not null and old.ended_at is distinct from new.ended_at))
      execute function voucher_terms_never_change()`);
    this.addSql(`
      create function is_first_day(day text, period text) returns boolean language sql stable as $$
        -- Looked at before it is read as a day: what is none shall break a rule with a name, not the cast.
        select case when day ~ '^\\d{4}-\\d{2}-\\d{2}$' and pg_input_is_valid(day, 'timestamp')
          then day = to_char(date_trunc(lower(period), day::timestamp), 'YYYY-MM-DD') else false end
      $$`);
    // The slots are unique for each buyer: one above the limit, or none, would be a use that is not counted. Terms need no lock, they stay.
    this.addSql(`
      create function voucher_use_within_limits() returns trigger language plpgsql as $$
      declare
        terms voucher;
        taken_in text;
      begin
        if tg_op = 'INSERT' and new.given_back_at is not null then
          raise exception 'a use of a voucher counts when it is taken'
            using errcode = 'check_violation', constraint = 'voucher_use_begins_counted';
        end if;
        if new.given_back_at is not null then return null; end if;
        select * into terms from voucher where id = new.voucher_id;
        if (terms.limit_per_buyer is null) <> (new.buyer_slot is null) or new.buyer_slot > terms.limit_per_buyer
           or (terms.limit_per_period is null) <> (new.period_slot is null) or new.period_slot > terms.limit_per_period
           or (terms.period is null) <> (new.period_start is null) then
          raise exception 'use % of voucher % is beyond its limits', new.id, new.voucher_id
            using errcode = 'check_violation', constraint = 'voucher_use_within_limits';
        end if;
        -- A use counts in the period in which it is taken (WIB); taken again, after it was given back, it may be a later one.
        taken_in := to_char(date_trunc(lower(terms.period), new.taken_at at time zone 'UTC' + interval '7 hours'), 'YYYY-MM-DD');
        if new.period_start <> taken_in
           and (tg_op = 'INSERT' or new.period_start < taken_in or not is_first_day(new.period_start, terms.period)) then
          raise exception 'use % of voucher % is of another period', new.id, new.voucher_id
            using errcode = 'check_violation', constraint = 'voucher_use_in_its_period';
        end if;
        return null;
      end $$`);
    this.addSql(`
      create constraint trigger voucher_use_within_limits after insert or update on voucher_redemption
      for each row execute function voucher_use_within_limits()`);
    this.#usesInPeriod();
    this.#usesStay();
  }

  /** A count for each period, which only the uses write: each of them waits here for the other, and the one above the limit is refused. */
  #usesInPeriod(): void {
    this.addSql(`
      create function voucher_uses_in_period() returns trigger language plpgsql as $$
      declare
        most integer := (select limit_in_period from voucher where id = new.voucher_id);
        counted integer;
      begin
        if most is null then return null; end if;
        if tg_op = 'UPDATE' and old.given_back_at is null then
          update voucher_period_count set uses = uses - 1 where voucher_id = old.voucher_id and period_start = old.period_start;
        end if;
        if new.given_back_at is not null then return null; end if;
        insert into voucher_period_count as c (voucher_id, period_start, uses) values (new.voucher_id, new.period_start, 1)
          on conflict (voucher_id, period_start) do update set uses = c.uses + 1 returning c.uses into counted;
        if counted > most then
          raise exception 'voucher % has % uses in the period from %, of %', new.voucher_id, counted, new.period_start, most
            using errcode = 'check_violation', constraint = 'voucher_uses_in_period';
        end if;
        return null;
      end $$`);
    this.addSql(`
      create trigger voucher_uses_in_period after insert or update on voucher_redemption
      for each row execute function voucher_uses_in_period()`);
    this.addSql(`
      create function voucher_period_is_counted() returns trigger language plpgsql as $$
      begin
        -- Within another trigger, which is the one that counts, this one is the second.
        if pg_trigger_depth() > 1 then return null; end if;
        raise exception 'uses in a period are counted by the database alone'
          using errcode = 'check_violation', constraint = 'voucher_period_is_counted';
      end $$`);
    this.addSql(`
      create trigger voucher_period_is_counted before insert or update or delete or truncate on voucher_period_count
      for each statement execute function voucher_period_is_counted()`);
  }

  /** A use that counts leaves its slots only by being given back; it never becomes one of another buyer, order or voucher. */
  #usesStay(): void {
    this.addSql(`
      create function voucher_use_is_kept() returns trigger language plpgsql as $$
      begin
        if (new.id, new.voucher_id, new.order_id, new.buyer_id, new.discount, new.taken_at)
           is distinct from (old.id, old.voucher_id, old.order_id, old.buyer_id, old.discount, old.taken_at)
           or (old.given_back_at is null and new.given_back_at is null
               and (new.buyer_slot, new.period_start, new.period_slot)
                   is distinct from (old.buyer_slot, old.period_start, old.period_slot)) then
          raise exception 'a use of a voucher is kept' using errcode = 'check_violation', constraint = 'voucher_use_is_kept';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger voucher_use_is_kept before update on voucher_redemption for each row execute function voucher_use_is_kept()`,
    );
    this.addSql(`
      create function voucher_rows_stay() returns trigger language plpgsql as $$
      begin
        raise exception 'vouchers and their uses stay' using errcode = 'restrict_violation', constraint = 'voucher_rows_stay';
      end $$`);
    for (const table of ['voucher', 'voucher_redemption']) {
      this.addSql(
        `create trigger voucher_rows_stay before delete on ${table} for each row execute function voucher_rows_stay()`,
      );
      this.addSql(
        `create trigger voucher_rows_not_emptied before truncate on ${table} for each statement execute function voucher_rows_stay()`,
      );
    }
  }
}
