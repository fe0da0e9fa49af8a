import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { nameVector } from './name-forms.ts';
import type { NameKind } from './search-name.ts';

/** A name as it now is; `names` are all that it is found by. */
export interface Name {
  readonly kind: NameKind;
  readonly slug: string;
  readonly name: string;
  readonly names: string;
  readonly asked: number;
}

const CATEGORIES = `select 'CATEGORY' as kind, c.slug, c.name, concat_ws(' | ', c.name, c.name_en) as names, 0 as asked from category c`;
const SELLERS = `select 'SELLER' as kind, s.slug, s.name, s.name as names, 0 as asked from seller s where s.status = 'VERIFIED'`;

/** SQL: of these names, those that are not held as they now are. */
const changed = (names: string): string => `select now.* from (${names}) now
  left join search_name held on held.kind = now.kind and held.slug = now.slug where held.name is distinct from now.name`;

/** Names of the shops of these products, and of their categories and those above. */
const OF_PRODUCTS = `with recursive shown as (
    select p.seller_id, p.category_id from product p where p.id = any(?::uuid[])),
  above as (select category_id as id from shown union select c.parent_id from category c join above a on a.id = c.id
             where c.parent_id is not null)
  ${changed(`${CATEGORIES} where c.id in (select id from above) union all ${SELLERS} and s.id in (select seller_id from shown)`)}`;

const WRITE = `insert into search_name (kind, slug, name, forms, asked)
  select * from json_to_recordset(?::json) as n(kind text, slug text, name text, forms tsvector, asked integer)
   order by kind, slug
  on conflict (kind, slug) do update set name = excluded.name, forms = excluded.forms, asked = excluded.asked`;

const GONE = `delete from search_name n where n.kind = 'CATEGORY' and not exists (select from category c where c.slug = n.slug)
  or n.kind = 'SELLER' and not exists (select from seller s where s.slug = n.slug)`;

/** Makes the shops and categories of these products known by the names that they now have. */
export function nameProducts(ctx: Context, productKeys: readonly string[]): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await writeNames(tx, await tx.execute<Name[]>(OF_PRODUCTS, [`{${productKeys.join(',')}}`]));
  });
}

/** Makes every shop and category known by the name that it now has. */
export function renewNames(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await tx.execute(GONE);
    await writeNames(tx, await tx.execute<Name[]>(changed(`${CATEGORIES} union all ${SELLERS}`)));
  });
}

/** Reads every name anew, also those that have not changed: the language of search may have. */
export function rebuildNames(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await tx.execute(GONE);
    await writeNames(tx, await tx.execute<Name[]>(`${CATEGORIES} union all ${SELLERS}`));
  });
}

/** Enters names; those that are there already are replaced. */
export async function writeNames(tx: Tx, names: readonly Name[]): Promise<void> {
  if (names.length === 0) return;
  await tx.execute(WRITE, [JSON.stringify(names.map((each) => ({ ...each, forms: nameVector(each.names) })))]);
}
