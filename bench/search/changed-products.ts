import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { globalId, newKey } from '../../api/platform/keys.ts';
import type { MeasuredServer } from '../child.ts';

/** A product that is changed over and over, and who may. */
export interface ChangedProduct {
  readonly productId: string;
  readonly variantId: string;
  readonly sku: string;
  /** Bearer token of the owner of its shop. */
  readonly token: string;
  readonly title: string;
  /** Rupiah. */
  readonly price: number;
  readonly weight: number;
  /** Pieces that are left. */
  readonly stock: number;
}

/** What can change of a product; each changes its card in another way. */
export const CHANGES = ['title', 'price', 'stock'] as const;
export type Change = (typeof CHANGES)[number];

const CHOSEN = `
  select p.id as product, v.id as variant, v.sku, p.title, v.price::integer as price, v.weight_grams as weight,
         st.on_hand - st.reserved as stock, m.account_id as account
    from product p join variant v on v.product_id = p.id join stock st on st.variant_id = v.id
    join membership m on m.subject_id = p.seller_id and m.role = 'SELLER_OWNER'
   where p.status = 'ACTIVE' and st.on_hand - st.reserved between 1 and 10000 and char_length(p.title) <= 90
     and (select count(*) from variant o where o.product_id = p.id) = 1
   order by md5(p.slug) limit $1`;

/** Products with one variant, of many shops, each with its owner signed in. */
export async function changedProducts(admin: pg.Client, count: number): Promise<readonly ChangedProduct[]> {
  const { rows } = await admin.query<{
    product: string;
    variant: string;
    sku: string;
    title: string;
    price: number;
    weight: number;
    stock: number;
    account: string;
  }>(CHOSEN, [count]);
  const tokens = rows.map(() => randomBytes(32).toString('base64url'));
  await admin.query(
    `insert into device (id, account_id, token_hash, label, created_at, last_seen_at, expires_at)
     select id, account_id, hash, 'bench', now(), now(), now() + interval '1 day'
       from unnest($1::uuid[], $2::uuid[], $3::text[]) as d(id, account_id, hash)`,
    [
      rows.map(() => newKey()),
      rows.map(({ account }) => account),
      tokens.map((token) => createHash('sha256').update(token).digest('hex')),
    ],
  );
  return rows.map(({ product, variant, account: _account, ...facts }, at) => ({
    ...facts,
    productId: globalId('Product', product),
    variantId: globalId('Variant', variant),
    token: tokens[at] ?? '',
  }));
}

const MUTATIONS = {
  title: 'mutation ($input: UpdateProductInput!) { done: updateProduct(input: $input) { userErrors { message } } }',
  price: 'mutation ($input: SetVariantInput!) { done: setVariant(input: $input) { userErrors { message } } }',
  stock: 'mutation ($input: AdjustStockInput!) { done: adjustStock(input: $input) { userErrors { message } } }',
} as const;

/** Changes a product as its seller does: gives it this title, this price, or one piece more. Throws when it is refused. */
export async function change(
  server: MeasuredServer,
  product: ChangedProduct,
  of: Change,
  value: string | number,
): Promise<void> {
  const { productId, variantId, sku, weight, token } = product;
  const inputs = {
    title: { productId, title: value },
    price: { productId, sku, weightGrams: weight, price: value },
    stock: { variantId, delta: value, reason: 'bench', idempotencyKey: newKey() },
  };
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-client': 'api', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: MUTATIONS[of], variables: { input: inputs[of] } }),
  });
  const text = await response.text();
  if (response.status !== 200 || !text.includes('"userErrors":[]')) throw new Error(`${response.status}: ${text}`);
}
