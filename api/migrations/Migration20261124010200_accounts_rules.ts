import { Migration } from '@mikro-orm/migrations';

/** The audit log is only ever added to, also by the owner of the tables. */
export class Migration20261124010200_accounts_rules extends Migration {
  override up(): void {
    this.addSql(`
      create function audit_entry_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'audit entries are never changed' using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`create trigger audit_entry_is_kept before update or delete on audit_entry
                 for each row execute function audit_entry_is_kept()`);
  }
}
