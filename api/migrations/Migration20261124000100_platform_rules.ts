import { Migration } from '@mikro-orm/migrations';

/** Public ids made in SQL, the same as `globalId` makes them in code. */
export class Migration20261124000100_platform_rules extends Migration {
  override up(): void {
    // Immutable all through, so that PostgreSQL writes it into the statement: types are letters, so the cast to bytea is exact.
    this.addSql(`
      create function global_id(type text, key uuid) returns text language sql immutable strict parallel safe as $$
        select rtrim(replace(replace(replace(
          encode((type || ':' || key::text)::bytea, 'base64'), E'\\n', ''), '+', '-'), '/', '_'), '=')
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
