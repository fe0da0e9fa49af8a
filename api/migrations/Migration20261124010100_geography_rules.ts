import { Migration } from '@mikro-orm/migrations';

/** Distance on the earth, in SQL as `distanceMetres` in code. */
export class Migration20261124010100_geography_rules extends Migration {
  override up(): void {
    // Not strict, so that PostgreSQL writes it into the statement; no angle so small that its square underflows.
    this.addSql(`
      create function distance_metres(lat1 double precision, lng1 double precision, lat2 double precision, lng2 double precision)
      returns integer language sql immutable parallel safe as $$
        select round(2 * 6371008.8 * asin(least(1, sqrt(
          power(sind(greatest(abs(lat2 - lat1), 1e-9) / 2), 2) +
          cosd(lat1) * cosd(lat2) * power(sind(greatest(abs(lng2 - lng1), 1e-9) / 2), 2)))))::integer
      $$`);
  }
}
