import { Migration } from '@mikro-orm/migrations';

/** Public ids made in SQL, the same as `globalId` makes them in code. */
export class Migration20261124000100_platform_rules extends Migration {
  override up(): void {
    this.addSql(`
      create function global_id(type text, key uuid) returns text language sql immutable strict parallel safe as $$
        select rtrim(translate(encode(convert_to(type || ':' || key::text, 'UTF8'), 'base64'), '+/' || chr(10), '-_'), '=')
      $$`);
    this.addSql(`
      create function event_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'event rows are never changed' using errcode = 'restrict_violation';
      end $$`);
    this.addSql(
      `create trigger event_is_kept before update or delete on event for each row execute function event_is_kept()`,
    );
  }
}
