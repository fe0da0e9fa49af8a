import { Migration } from '@mikro-orm/migrations';

/** The audit log is only ever added to, also by the owner of the tables; what a task has booked in the ledger stays written on it. */
export class Migration20261124010200_accounts_rules extends Migration {
  override up(): void {
    this.addSql(`
      create function audit_entry_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'audit entries are never changed' using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`create trigger audit_entry_is_kept before update or delete on audit_entry
                 for each row execute function audit_entry_is_kept()`);
    this.addSql(`
      create function task_correction_is_kept() returns trigger language plpgsql as $$
      begin
        if new.correction is distinct from old.correction or new.correctable_amount is distinct from old.correctable_amount
           or old.corrected_amount is not null and new.corrected_amount is distinct from old.corrected_amount then
          raise exception 'what a task corrects in the ledger is not changed' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger task_correction_is_kept before update on task
                 for each row execute function task_correction_is_kept()`);
  }
}
