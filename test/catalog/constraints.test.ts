import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let made: MadeProduct;
let keys: { product: string; variant: string; photo: string; category: string; pickup_point: string; seller: string };
beforeAll(async () => {
  world = await openWorld();
  made = await aProduct(world);
  const point = await aPoint(world);
  const [photo] = await world.context().read.rows<{ id: string }>('select id from photo');
  keys = {
    product: made.product.key,
    variant: made.variants[0]?.key ?? '',
    photo: photo?.id ?? '',
    category: made.product.categoryKey,
    pickup_point: point.key,
    seller: made.shop.seller.key,
  };
});
afterAll(() => world.close());

const run = (sql: string): Promise<object[]> => world.context().read.rows(sql);

describe('the database itself refuses', () => {
  test.each([
    ['product', `title = 'ab'`, 'product_title_length'],
    ['product', `title = repeat('a', 121)`, 'product_title_length'],
    ['product', `description = repeat('a', 5001)`, 'product_description_length'],
    ['product', 'sold_count = -1', 'product_sold_not_negative'],
    ['product', 'published_at = null', 'product_published_has_time'],
    ['product', `status = 'BLOCKED', blocked_reason = null`, 'product_blocked_has_reason'],
    ['product', `status = 'GONE'`, 'product_status_check'],
    ['variant', 'price = 0', 'variant_price_range'],
    ['variant', 'price = 1000000001', 'variant_price_range'],
    ['variant', 'weight_grams = -1', 'variant_weight_range'],
    ['variant', `sku = ''`, 'variant_sku_length'],
    ['photo', `hash = 'kurang'`, 'photo_hash_form'],
    ['photo', 'width = 0', 'photo_size_positive'],
    ['category', 'depth = 4', 'category_depth_limit'],
    ['pickup_point', 'room_taken = room_capacity + 1', 'pickup_point_room_not_overbooked'],
    ['pickup_point', 'room_taken = -1', 'pickup_point_room_not_overbooked'],
    ['pickup_point', 'holding_days = 0', 'pickup_point_holding_days_range'],
    ['pickup_point', 'latitude = 91', 'pickup_point_place_on_earth'],
  ] as const)('a %s with %s', async (table, change, constraint) => {
    await expect(run(`update "${table}" set ${change} where id = '${keys[table]}'`)).rejects.toMatchObject({
      constraint,
    });
  });

  test('an SKU twice in one shop, an address twice, a shop that is not there', async () => {
    const other = await aProduct(world, { shop: made.shop });
    const [variant] = other.variants;
    await expect(
      run(`update variant set sku = '${made.variants[0]?.sku}' where id = '${variant?.key}'`),
    ).rejects.toMatchObject({ constraint: 'variant_sku_once' });
    await expect(
      run(`update product set slug = '${made.product.slug}' where id = '${other.product.key}'`),
    ).rejects.toMatchObject({ constraint: 'product_slug_once' });
    await expect(
      run(`update product set seller_id = '${keys.category}' where id = '${other.product.key}'`),
    ).rejects.toThrow('foreign key');
    await expect(run(`delete from product where id = '${keys.product}'`)).rejects.toThrow('foreign key');
  });

  test('an upload that is ready without a picture', async () => {
    const account = made.shop.owner.account.key;
    const insert = `insert into upload (id, account_id, idempotency_key, status, max_bytes, expires_at, created_at)
      values (gen_random_uuid(), '${account}', 'kunci', 'READY', 1, now(), now())`;
    await expect(run(insert)).rejects.toMatchObject({ constraint: 'upload_ready_has_picture' });
  });
});
