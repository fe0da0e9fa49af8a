import { SELLERS_NAMED } from './facet-sql.ts';
import { type Narrowing, productFits } from './narrowing.ts';

/** SQL (table) of how many products of `from` (SQL of a table `d`) each group has, and how many with those that only their price keeps out. */
export function tallied(narrowing: Narrowing, from: string): string {
  return `select d.group_id, count(*) filter (where ${productFits(narrowing)})::integer as n, count(*)::integer as n_unpriced
    from ${from} group by d.group_id`;
}

/** SQL (json) of a Tally (group-counts.ts) of a table with the columns of `tallied`. */
export function tallyJson({ price }: Narrowing, table: string): string {
  const unpriced = price ? `, 'unpriced', array_agg(t.n_unpriced)` : '';
  return `(select json_build_object('groups', array_agg(t.group_id), 'fitting', array_agg(t.n)${unpriced}) from ${table} t)`;
}

/** SQL (json) of the SellersCounted (group-counts.ts) of `from` (SQL of a table `d` and a condition). */
export function sellersJson(from: string): string {
  return `(select coalesce(json_agg(json_build_array(s.id, s.slug, s.name, x.n) order by x.n desc, s.slug), '[]')
    from (select d.seller_id, count(*)::integer as n from ${from} group by d.seller_id order by n desc, d.seller_id limit ${SELLERS_NAMED}) x
      join seller s on s.id = x.seller_id)`;
}
