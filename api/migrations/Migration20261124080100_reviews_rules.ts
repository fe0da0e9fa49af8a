import { Migration } from '@mikro-orm/migrations';

/** Who may review, that a review stays whose it is, and the stars that products carry: also when something other than the program writes. */
export class Migration20261124080100_reviews_rules extends Migration {
  override up(): void {
    this.#onlyWhoCollected();
    this.#kept();
    this.#counted();
    this.#found();
  }

  /** The few that are hidden are found without reading all others. */
  #found(): void {
    this.addSql('create index review_hidden on review (written_at, id) where hidden_at is not null');
  }

  /** A review of a buyer rests on a line of a parcel that this buyer collected. Collected is where a parcel stays. */
  #onlyWhoCollected(): void {
    this.addSql(`
      create function review_is_of_what_was_collected() returns trigger language plpgsql as $$
      begin
        if not exists (select from order_line l join parcel p on p.id = l.parcel_id
             where l.id = new.order_line_id and l.product_id = new.product_id and p.buyer_id = new.buyer_id
               and p.seller_id = new.seller_id and p.status = 'COLLECTED') then
          raise exception 'only who collected a product reviews it'
            using errcode = 'check_violation', constraint = 'review_is_of_what_was_collected';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger review_is_of_what_was_collected before insert or update of order_line_id on review for each row
      when (new.order_line_id is not null) execute function review_is_of_what_was_collected()`);
  }

  /** What it is about, whose it is and when it was first written never change; it is hidden, not taken away. */
  #kept(): void {
    this.addSql(`
      create function review_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'a review stays of whom and of what it is'
          using errcode = 'restrict_violation', constraint = 'review_is_kept';
      end $$`);
    const own = (row: string): string =>
      `(${['product_id', 'seller_id', 'buyer_id', 'demo_author', 'written_at'].map((column) => `${row}.${column}`).join(', ')})`;
    this.addSql(`
      create trigger review_is_kept before update on review for each row
      when (${own('old')} is distinct from ${own('new')}) execute function review_is_kept()`);
    this.addSql(
      'create trigger review_is_kept_whole before delete on review for each row execute function review_is_kept()',
    );
  }

  /** Stars of reviews on show are counted on their products by each statement that changes them. */
  #counted(): void {
    this.addSql(`
      create function review_is_counted() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          update product p set rating_sum = p.rating_sum + c.stars, rating_count = p.rating_count + c.reviews from (
              select product_id, sum(rating)::integer as stars, count(*)::integer as reviews from written
               where hidden_at is null group by product_id) c
           where p.id = c.product_id;
        else
          update product p set rating_sum = p.rating_sum + c.stars, rating_count = p.rating_count + c.reviews from (
              select product_id, sum(stars)::integer as stars, sum(reviews)::integer as reviews from (
                select product_id, rating as stars, 1 as reviews from written where hidden_at is null
                union all select product_id, -rating, -1 from replaced where hidden_at is null) both_ways
               group by product_id having sum(stars) <> 0 or sum(reviews) <> 0) c
           where p.id = c.product_id;
        end if;
        return null;
      end $$`);
    this.addSql(`comment on function review_is_counted is 'Keeps rating_sum and rating_count of products.'`);
    this.addSql(`
      create trigger review_is_counted_first after insert on review referencing new table as written
      for each statement execute function review_is_counted()`);
    this.addSql(`
      create trigger review_is_counted_anew after update on review referencing old table as replaced new table as written
      for each statement execute function review_is_counted()`);
  }
}
