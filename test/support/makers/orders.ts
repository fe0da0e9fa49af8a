import { randomUUID } from 'node:crypto';
import { Cart } from '../../../api/carts/index.ts';
import { StoredCartLine } from '../../../api/carts/stored-cart-line.ts';
import { StoredCategory, StoredProduct, StoredVariant } from '../../../api/catalog/index.ts';
import { Stock } from '../../../api/inventory/index.ts';
import type { Order } from '../../../api/orders/index.ts';
import { type OrderWanted, placeOrder } from '../../../api/orders/place-order.ts';
import type { PaymentMethod } from '../../../api/payments/index.ts';
import { PickupPointKind, parcelSizeOf, pointFee, StoredPickupPoint } from '../../../api/pickup/index.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { aPerson, type Maker, type Person } from './accounts.ts';
import { aKelurahan } from './geography.ts';
import { aSeller, type Shop } from './sellers.ts';

/** What a shop of a test market sells: one variant. */
export interface Goods {
  readonly variantKey: string;
  readonly productKey: string;
  readonly price: number;
  readonly weightGrams: number;
}

/** A small market: shops that sell one thing each, and a point that all of them serve. */
export interface Market {
  readonly point: StoredPickupPoint;
  readonly pointId: string;
  readonly operator: Person;
  readonly stalls: readonly (Shop & { readonly goods: Goods })[];
}

/** How a market differs from the usual one. */
export interface MarketAsked {
  readonly shops?: number;
  /** Pieces of each variant. */
  readonly stock?: number;
  readonly price?: number;
  readonly room?: number;
  readonly holdingDays?: number;
  readonly weightGrams?: number;
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7].map((dayOfWeek) => ({ dayOfWeek, opens: '08:00', closes: '20:00' }));

let made = 0;

/** A market with three shops, ten pieces of each thing and room for 100 parcels, unless asked otherwise. */
export async function aMarket(world: Maker, asked: MarketAsked = {}): Promise<Market> {
  const { shops = 3, stock = 10, price = 12_500, weightGrams = 400 } = asked;
  const point = await aPickupPoint(world, asked);
  const operator = await aPerson(world, { name: 'Pak Operator', roles: [['POINT_OPERATOR', point.key]] });
  const stalls = [];
  for (let at = 0; at < shops; at += 1) {
    const shop = await aSeller(world);
    stalls.push({ ...shop, goods: await someGoods(world, shop, { stock, price, weightGrams }) });
  }
  return { point, pointId: globalId('PickupPoint', point.key), operator, stalls };
}

/** A point that is open every day. */
export async function aPickupPoint(world: Maker, asked: MarketAsked = {}): Promise<StoredPickupPoint> {
  const kelurahanKey = (await aKelurahan(world)).key;
  made += 1;
  const now = world.context().clock.now();
  return inTransaction(world.context(), async (tx) => {
    const point = Object.assign(new StoredPickupPoint(), {
      slug: `titik-${made}-${randomUUID().slice(0, 8)}`,
      kind: PickupPointKind.D_COMART,
      name: `D'Comart ${made}`,
      address: 'Jl. Margonda Raya 54',
      kelurahanKey,
      latitude: -6.394,
      longitude: 106.8225,
      hours: EVERY_DAY,
      roomCapacity: asked.room ?? 100,
      holdingDays: asked.holdingDays ?? 3,
      createdAt: now,
      updatedAt: now,
    });
    await tx.persist(point).flush();
    return point;
  });
}

/** A product on sale with one variant and so much stock. */
export async function someGoods(
  world: Maker,
  { seller }: Pick<Shop, 'seller'>,
  { stock, price, weightGrams }: { stock: number; price: number; weightGrams: number },
): Promise<Goods> {
  made += 1;
  const mark = `${made}-${randomUUID().slice(0, 8)}`;
  const now = world.context().clock.now();
  return inTransaction(world.context(), async (tx) => {
    const category = Object.assign(new StoredCategory(), {
      parentKey: null,
      slug: `kategori-${mark}`,
      path: `kategori-${mark}`,
      depth: 1,
      name: 'Camilan',
      nameEn: 'Snacks',
    });
    const product = Object.assign(new StoredProduct(), {
      sellerKey: seller.key,
      categoryKey: category.key,
      slug: `keripik-${mark}`,
      title: `Keripik singkong ${made}`,
      status: 'ACTIVE' as StoredProduct['status'],
      createdAt: now,
      updatedAt: now,
      publishedAt: now,
    });
    const variant = Object.assign(new StoredVariant(), {
      productKey: product.key,
      sellerKey: seller.key,
      sku: `KS-${mark}`,
      name: '250 g',
      price,
      weightGrams,
    });
    tx.persist([category, product, variant]);
    await tx.flush();
    tx.persist(Object.assign(new Stock(), { variantKey: variant.key, onHand: stock, reserved: 0 }));
    await tx.flush();
    return { variantKey: variant.key, productKey: product.key, price, weightGrams };
  });
}

/** A buyer with a cart that waits to be ordered. */
export interface Buyer extends Person {
  readonly cartId: string;
  /** What the cart costs, the point's fees included, in rupiah. */
  readonly total: number;
}

/** A buyer whose cart holds so many pieces (1) of everything that the market sells, or of what is asked for. */
export async function aBuyer(
  world: Maker,
  market: Market,
  {
    quantity = 1,
    goods = market.stalls.map((stall) => stall.goods),
  }: { quantity?: number; goods?: readonly Goods[] } = {},
): Promise<Buyer> {
  const person = await aPerson(world, { name: 'Sari Wulandari' });
  return { ...person, ...(await aFullCart(world, market, person, { quantity, goods })) };
}

/** Fills the cart of a person anew. */
export async function aFullCart(
  world: Maker,
  market: Market,
  person: Person,
  {
    quantity = 1,
    goods = market.stalls.map((stall) => stall.goods),
  }: { quantity?: number; goods?: readonly Goods[] } = {},
): Promise<{ cartId: string; total: number }> {
  const now = world.context().clock.now();
  const cartKey = await inTransaction(world.context(), async (tx) => {
    const accountKey = person.account.key;
    const cart =
      (await tx.findOne(Cart, { accountKey })) ??
      Object.assign(new Cart(), { accountKey, createdAt: now, updatedAt: now });
    cart.pickupPointKey = market.point.key;
    cart.voucherKey = null;
    await tx.persist(cart).flush();
    await tx.nativeDelete(StoredCartLine, { cartKey: cart.key });
    for (const { variantKey, price } of goods) {
      tx.persist(
        Object.assign(new StoredCartLine(), { cartKey: cart.key, variantKey, quantity, priceWhenAdded: price }),
      );
    }
    return cart.key;
  });
  const goodsTotal = goods.reduce((sum, { price }) => sum + price * quantity, 0);
  const fees = goods.reduce((sum, { weightGrams }) => sum + pointFee(parcelSizeOf(weightGrams * quantity)), 0);
  return { cartId: globalId('Cart', cartKey), total: goodsTotal + fees };
}

/** The request that orders a buyer's cart. */
export function orderOf(buyer: Buyer, paymentMethod: PaymentMethod = 'QRIS'): OrderWanted {
  return { cartId: buyer.cartId, expectedTotal: buyer.total, paymentMethod, idempotencyKey: randomUUID() };
}

/** An order just placed, and who placed it. */
export async function anOrder(
  world: Maker,
  market: Market,
  {
    paymentMethod = 'QRIS',
    ...cart
  }: { paymentMethod?: PaymentMethod; quantity?: number; goods?: readonly Goods[] } = {},
): Promise<{ order: Order; buyer: Buyer }> {
  const buyer = await aBuyer(world, market, cart);
  return { order: await placeOrder(world.context(buyer.actor), orderOf(buyer, paymentMethod)), buyer };
}
