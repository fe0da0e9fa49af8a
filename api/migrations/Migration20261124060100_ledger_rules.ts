import { Migration } from '@mikro-orm/migrations';

/** The ledger is only ever appended to, and each of its transactions sums to zero. */
export class Migration20261124060100_ledger_rules extends Migration {
  override up(): void {
    this.addSql(`
      create function ledger_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'ledger rows are only ever appended' using errcode = 'restrict_violation', constraint = 'ledger_is_kept';
      end $$`);
    for (const table of ['ledger_account', 'ledger_transaction', 'ledger_line']) {
      this.addSql(
        `create trigger ledger_is_kept before update or delete on ${table} for each row execute function ledger_is_kept()`,
      );
      this.addSql(
        `create trigger ledger_is_not_emptied before truncate on ${table} for each statement execute function ledger_is_kept()`,
      );
      this.addSql(`revoke update, delete, truncate on ${table} from berjubel_app`);
    }
    // Looked at when the transaction commits: by then every line has to be there.
    this.addSql(`
      create function ledger_transaction_sums_to_zero() returns trigger language plpgsql as $$
      declare
        wanted uuid := case when tg_table_name = 'ledger_line' then (to_jsonb(new)->>'transaction_id')::uuid else new.id end;
        total numeric;
        lines bigint;
      begin
        select sum(amount), count(*) into total, lines from ledger_line where transaction_id = wanted;
        if lines < 2 or total <> 0 then
          raise exception 'ledger transaction % has % lines that sum to %', wanted, lines, total
            using errcode = 'check_violation', constraint = 'ledger_transaction_sums_to_zero';
        end if;
        return null;
      end $$`);
    for (const table of ['ledger_transaction', 'ledger_line']) {
      this.addSql(`
        create constraint trigger ledger_transaction_sums_to_zero after insert on ${table}
        deferrable initially deferred for each row execute function ledger_transaction_sums_to_zero()`);
    }
  }
}
