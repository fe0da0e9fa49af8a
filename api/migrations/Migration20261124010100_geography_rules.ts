import { Migration } from '@mikro-orm/migrations';

/** Distance on the earth, in SQL as `distanceMetres` in code. */
export class Migration20261124010100_geography_rules extends Migration {
  override up(): void {
    this.addSql(`
      create function distance_metres(lat1 double precision, lng1 double precision, lat2 double precision, lng2 double precision)
      returns integer language sql immutable strict parallel safe as $$
        select round(2 * 6371008.8 * asin(least(1, sqrt(
          power(sin(radians(lat2 - lat1) / 2), 2) +
          cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lng2 - lng1) / 2), 2)))))::integer
      $$`);
  }
}
