import { preparedRows } from '../../platform/database/prepared.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { newKey } from '../../platform/keys.ts';
import type { Rupiah } from '../../platform/money.ts';
import { CATALOG_LIMITS } from '../catalog-limits.ts';
import { productSlug } from '../create-product.ts';
import { TAGS_LINE } from './sheet-listing.ts';

/** A listing with one variant, as the city enters it. Null leaves what is there; a new one gets nothing for it. */
export interface ListingToWrite {
  readonly sellerKey: string;
  readonly sku: string;
  readonly title: string;
  /** The description without its line of tags. */
  readonly prose: string | null;
  /** The last line of the description, which holds the tags. */
  readonly tags: string | null;
  /** Null leaves the category of a listing that is there. */
  readonly categoryKey: string | null;
  /** Category of a new listing. */
  readonly newCategoryKey: string;
  readonly isHalal: boolean | null;
  readonly price: Rupiah;
}

/** Where a listing is kept. */
export interface ListingKeys {
  readonly productKey: string;
  readonly variantKey: string;
  readonly isNew: boolean;
}

/** Sheets name no weight: a packed piece of 500 g. */
const WEIGHT_GRAMS = 500;

const FIND = `
  select r.n, v.id as "variantKey", v.product_id as "productKey"
    from jsonb_to_recordset($1::jsonb) as r(n int, seller uuid, sku text)
    join variant v on v.seller_id = r.seller and v.sku = r.sku`;

/** Keys of the listings by SKU and shop, new ones for those that are not there yet. */
export async function listingKeys(
  tx: Tx,
  listings: readonly { readonly sellerKey: string; readonly sku: string }[],
): Promise<ListingKeys[]> {
  const asked = listings.map(({ sellerKey, sku }, n) => ({ n, seller: sellerKey, sku }));
  const rows = await preparedRows<Omit<ListingKeys, 'isNew'> & { n: number }>(tx, FIND, [JSON.stringify(asked)]);
  const known = new Map(rows.map(({ n, productKey, variantKey }) => [n, { productKey, variantKey, isNew: false }]));
  return asked.map(({ n }) => known.get(n) ?? { productKey: newKey(), variantKey: newKey(), isNew: true });
}

const ROWS = `jsonb_to_recordset($1::jsonb) as r(product uuid, variant uuid, seller uuid, sku text, slug text, title text,
  prose text, tags text, category uuid, new_category uuid, halal boolean, price bigint)`;

const INSERT = `
  with listed as materialized (select * from ${ROWS}),
  made as (insert into product (id, seller_id, category_id, slug, title, description, status, is_halal, sold_count,
                                created_at, updated_at, published_at)
    select product, seller, new_category, slug, title, concat_ws(E'\\n\\n', prose, tags), 'ACTIVE', coalesce(halal, false), 0,
           $2::timestamptz, $2::timestamptz, $2::timestamptz from listed returning id)
  insert into variant (id, product_id, seller_id, sku, name, options, price, weight_grams, position, is_archived)
  select variant, product, seller, sku, '', '[]', price, ${WEIGHT_GRAMS}, 0, false from listed join made on made.id = product`;

const TAGS_BEHIND = `(?:^|\\n)(${TAGS_LINE}[^\\n]*)$`;
const TOLD = `concat_ws(E'\\n\\n', coalesce(r.prose, nullif(rtrim(regexp_replace(p.description, '${TAGS_BEHIND}', ''), E'\\n '), '')),
  coalesce(r.tags, substring(p.description from '${TAGS_BEHIND}')))`;
/** SQL (text): the description of a product `p` with what a row `r` tells of it; what that leaves blank, or what would be too long, stays. */
const DESCRIPTION = `case when char_length(${TOLD}) <= ${CATALOG_LIMITS.descriptionTo} then ${TOLD} else p.description end`;

/** Of a product with several variants a row of one variant tells the price alone. */
const UPDATE = `
  with listed as materialized (select * from ${ROWS}),
  held as materialized (select p.id from product p where p.id in (select product from listed) order by p.id for no key update),
  priced as (update variant v set price = r.price from listed r, held
    where v.id = r.variant and held.id = v.product_id and v.price <> r.price returning v.product_id),
  told as (
    select r.product, r.title, ${DESCRIPTION} as description,
           coalesce(r.category, p.category_id) as category, coalesce(r.halal, p.is_halal) as halal
      from listed r join held on held.id = r.product join product p on p.id = r.product
     where (select count(*) from variant v where v.product_id = p.id) = 1),
  changed as (select t.product from told t join product p on p.id = t.product
    where (p.title, p.description, p.category_id, p.is_halal) is distinct from (t.title, t.description, t.category, t.halal)
    union select product_id from priced)
  update product p set title = coalesce(t.title, p.title), description = coalesce(t.description, p.description),
         category_id = coalesce(t.category, p.category_id), is_halal = coalesce(t.halal, p.is_halal), updated_at = $2::timestamptz
    from changed c left join told t on t.product = c.product where p.id = c.product returning p.id`;

/**
 * Enters listings: new ones go on sale, changed ones are changed, the rest stays untouched, the standing of a listing included.
 * Gives the keys of the products that are other than before. Records no events: the caller sees to the search.
 */
export async function writeListings(
  tx: Tx,
  listings: readonly (ListingToWrite & ListingKeys)[],
): Promise<readonly string[]> {
  const row = (listing: ListingToWrite & ListingKeys): object => ({
    product: listing.productKey,
    variant: listing.variantKey,
    seller: listing.sellerKey,
    sku: listing.sku,
    slug: productSlug(listing.title, listing.productKey),
    title: listing.title,
    prose: listing.prose,
    tags: listing.tags,
    category: listing.categoryKey,
    new_category: listing.newCategoryKey,
    halal: listing.isHalal,
    price: listing.price,
  });
  const now = tx.context.clock.now();
  const [fresh, known] = [listings.filter(({ isNew }) => isNew), listings.filter(({ isNew }) => !isNew)];
  if (fresh.length > 0) await preparedRows(tx, INSERT, [JSON.stringify(fresh.map(row)), now]);
  const changed =
    known.length > 0 ? await preparedRows<{ id: string }>(tx, UPDATE, [JSON.stringify(known.map(row)), now]) : [];
  return [...fresh.map(({ productKey }) => productKey), ...changed.map(({ id }) => id)];
}
