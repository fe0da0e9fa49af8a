import { Migration } from '@mikro-orm/migrations';

/** Stock movements are only ever appended; a seller's adjustment happens once. */
export class Migration20261124060200_inventory_rules extends Migration {
  override up(): void {
    this.addSql(`
      create function stock_movement_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'stock movements are only ever appended'
          using errcode = 'restrict_violation', constraint = 'stock_movement_is_kept';
      end $$`);
    this.addSql(`
      create trigger stock_movement_is_kept before update or delete on stock_movement
      for each row execute function stock_movement_is_kept()`);
    this.addSql(`revoke update, delete, truncate on stock_movement from berjubel_app`);
  }
}
