import { sellerJson } from '../sellers/index.ts';
import { categoryJson } from './category.ts';
import { photoJson } from './photo.ts';
import { stockLeftSql, variantJson } from './variant.ts';

/** Joins around `product p`, shared by every statement that makes a Product: category and parents, shop and its place. */
export const PRODUCT_FROM = `product p
  join category c1 on c1.id = p.category_id
  left join category c2 on c2.id = c1.parent_id
  left join category c3 on c3.id = c2.parent_id
  join seller s on s.id = p.seller_id
  join kelurahan kl on kl.id = s.kelurahan_id
  join kecamatan kc on kc.id = kl.kecamatan_id
  cross join lateral (
    select coalesce(min(v.price), 0) as price_min, coalesce(max(v.price), 0) as price_max,
           coalesce(sum(${stockLeftSql('st')}), 0)::integer as stock_left
      from variant v left join stock st on st.variant_id = v.id
     where v.product_id = p.id and not v.is_archived) sale`;

/** SQL condition: everyone may see the product `p` of the shop `s`. */
export const PRODUCT_IS_PUBLIC = `p.status = 'ACTIVE' and s.status = 'VERIFIED'`;

/** SQL (numeric): the mean of the reviews of the product `p` in tenths, as everyone sees it; null while there are none. */
export const PRODUCT_RATING = 'round(p.rating_sum::numeric / nullif(p.rating_count, 0), 1)';

const parentOr = (category: string, parent: string): string =>
  `case when ${category}.id is not null then ${categoryJson(category, parent)} end`;

/** SQL expression (json): the category `c1` with its parents inside. */
const CATEGORY_WITH_PARENTS = categoryJson('c1', parentOr('c2', parentOr('c3', 'null')));

/** SQL expression (json): the variants of the product `p` that are not archived, in order. */
const VARIANTS = `(select coalesce(json_agg(${variantJson('v', 'st')} order by v.position, v.id), '[]')
  from variant v left join stock st on st.variant_id = v.id where v.product_id = p.id and not v.is_archived)`;

/** SQL expression (json) that makes a whole Product of PRODUCT_FROM. `now` is the SQL for the present instant. */
export function productJson(now: string): string {
  return `json_build_object('__typename', 'Product', 'id', global_id('Product', p.id), 'slug', p.slug, 'title', p.title,
    'description', p.description, 'status', p.status, 'isHalal', p.is_halal, 'category', ${CATEGORY_WITH_PARENTS},
    'seller', ${sellerJson('s', 'kl', 'kc', now)},
    'photos', (select coalesce(json_agg(${photoJson('ph')} order by ph.position), '[]') from photo ph where ph.product_id = p.id),
    'variants', ${VARIANTS}, 'priceRange', json_build_object('min', sale.price_min, 'max', sale.price_max),
    'stockLeft', sale.stock_left, 'inStock', sale.stock_left > 0, 'soldCount', p.sold_count,
    'rating', ${PRODUCT_RATING}, 'ratingCount', p.rating_count, 'createdAt', p.created_at, 'updatedAt', p.updated_at)`;
}
