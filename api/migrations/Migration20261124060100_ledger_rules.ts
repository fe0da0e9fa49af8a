import { Migration } from '@mikro-orm/migrations';

/** The ledger is only ever appended to, each of its transactions sums to zero, and nothing is entered into a time that is closed. */
export class Migration20261124060100_ledger_rules extends Migration {
  override up(): void {
    this.addSql(`
      create function ledger_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'ledger rows are only ever appended' using errcode = 'restrict_violation', constraint = 'ledger_is_kept';
      end $$`);
    for (const table of [
      'ledger_account',
      'ledger_transaction',
      'ledger_line',
      'ledger_closing',
      'ledger_kept_balance',
    ]) {
      this.addSql(
        `create trigger ledger_is_kept before update or delete on ${table} for each row execute function ledger_is_kept()`,
      );
      this.addSql(
        `create trigger ledger_is_not_emptied before truncate on ${table} for each statement execute function ledger_is_kept()`,
      );
      this.addSql(`revoke update, delete, truncate on ${table} from berjubel_app`);
    }
    // Looked at when the transaction commits: by then every line has to be there, and from then on none can be added.
    this.addSql(`
      create function ledger_transaction_sums_to_zero() returns trigger language plpgsql as $$
      declare
        wanted uuid := case when tg_table_name = 'ledger_line' then (to_jsonb(new)->>'transaction_id')::uuid else new.id end;
        movement ledger_transaction;
        total numeric;
        lines bigint;
        of_its_time boolean;
      begin
        select * into movement from ledger_transaction where id = wanted;
        select sum(amount), count(*), bool_and(at = movement.at) into total, lines, of_its_time
          from ledger_line where transaction_id = wanted;
        if lines < 2 or total <> 0 then
          raise exception 'ledger transaction % has % lines that sum to %', wanted, lines, total
            using errcode = 'check_violation', constraint = 'ledger_transaction_sums_to_zero';
        end if;
        if lines <> movement.line_count then
          raise exception 'ledger transaction % has % lines of %', wanted, lines, movement.line_count
            using errcode = 'check_violation', constraint = 'ledger_transaction_is_whole';
        end if;
        if not of_its_time then
          raise exception 'ledger transaction % has lines of another time', wanted
            using errcode = 'check_violation', constraint = 'ledger_line_at_of_transaction';
        end if;
        return null;
      end $$`);
    for (const table of ['ledger_transaction', 'ledger_line']) {
      this.addSql(`
        create constraint trigger ledger_transaction_sums_to_zero after insert on ${table}
        deferrable initially deferred for each row execute function ledger_transaction_sums_to_zero()`);
    }
    // Shared by all who post; who closes waits for those under way, and those who come later see what is closed.
    this.addSql(`
      create function ledger_is_closed() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(hashtextextended('ledger_closing', 0));
        if new.at <= (select max(through) from ledger_closing) then
          raise exception 'the ledger is closed through %', (select max(through) from ledger_closing)
            using errcode = 'check_violation', constraint = 'ledger_is_closed';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger ledger_is_closed before insert on ledger_transaction for each row execute function ledger_is_closed()`,
    );
    // The sum of an account's lines up to an instant, from its last kept balance on.
    this.addSql(`
      create function ledger_balance(account uuid, until timestamptz) returns numeric language sql stable as $$
        select coalesce(kept.balance, 0) + coalesce((
                 select sum(l.amount) from ledger_line l
                  where l.account_id = account and l.at > coalesce(kept.through, '-infinity') and l.at <= until), 0)
          from (select 1) as one
          left join lateral (
                 select k.balance, k.through from ledger_kept_balance k
                  where k.account_id = account and k.through <= until order by k.through desc limit 1) kept on true
      $$`);
    // Every later sum of the account begins with it, so it is summed up once more: from the one kept before, by an index.
    this.addSql(`
      create function ledger_kept_balance_is_true() returns trigger language plpgsql as $$
      begin
        if new.through > coalesce((select max(through) from ledger_closing), '-infinity')
           or new.balance <> ledger_balance(new.account_id, new.through) then
          raise exception 'account % did not hold % for good at %', new.account_id, new.balance, new.through
            using errcode = 'check_violation', constraint = 'ledger_kept_balance_is_true';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger ledger_kept_balance_is_true before insert on ledger_kept_balance for each row execute function ledger_kept_balance_is_true()`,
    );
  }
}
