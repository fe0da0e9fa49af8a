import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { createCheckoutToken, redeemCheckoutToken } from '../../../api/carts/checkout-tokens.ts';
import { viewOf } from '../../../api/carts/index.ts';
import { findCart } from '../../../api/carts/own-cart.ts';
import { setCartLine } from '../../../api/carts/set-cart-line.ts';
import { setCartPickupPoint } from '../../../api/carts/set-cart-pickup-point.ts';
import type { Order } from '../../../api/orders/index.ts';
import { type OrderWanted, placeOrder } from '../../../api/orders/place-order.ts';
import type { PaymentMethod } from '../../../api/payments/index.ts';
import { type Actor, ANONYMOUS } from '../../../api/platform/context.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { DomainError } from '../../../api/platform/refusal.ts';
import { tokenHash } from '../../../api/platform/secrets.ts';
import { aPerson, type Person } from '../../support/makers/accounts.ts';
import type { Market } from '../../support/makers/orders.ts';
import type { World } from '../../support/world.ts';
import type { Shelf } from './shelf.ts';

/** So many pieces of a variant. */
interface Pieces {
  readonly variantKey: string;
  readonly quantity: number;
}

/** What a buyer means to do, drawn before anybody begins. */
interface Plan {
  /** Steps in which the cart is filled, all at once; the same variant may come again. */
  readonly steps: readonly Pieces[];
  /** What the same person put into a cart as a guest, null for who did not. */
  readonly asGuest: Pieces | null;
  /** Whether the guest's cart comes into the own one before the buyer looks at the sum, or while the order is placed. */
  readonly mergesFirst: boolean;
  readonly paymentMethod: PaymentMethod;
  /** A second checkout of the same cart at the same time: with the same key, with another, or none. */
  readonly again: 'SAME_KEY' | 'OTHER_KEY' | null;
}

/** A buyer before the till: what the cart showed is known, and nothing is ordered. */
export interface Shopper {
  readonly person: Person;
  /** Carts that hold something: the own one, and the guest's. */
  readonly carts: number;
  readonly checkouts: readonly OrderWanted[];
  /** The way of the guest's cart that comes in late; null when there is none. */
  readonly lateMerge: string | null;
}

const WAYS: readonly PaymentMethod[] = ['QRIS', 'QRIS', 'QRIS', 'GOPAY', 'VA_BRI', 'CASH'];

/** Draws what a buyer does with the goods of a shelf. */
export function aPlan(shelf: Shelf, random: () => number): Plan {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = (): Pieces => ({ variantKey: shelf[below(shelf.length)]!.variantKey, quantity: 1 + below(2) });
  return {
    steps: Array.from({ length: 1 + below(3) }, pick),
    asGuest: random() < 0.4 ? pick() : null,
    mergesFirst: random() < 0.5,
    paymentMethod: WAYS[below(WAYS.length)]!,
    again: ([null, null, 'SAME_KEY', 'OTHER_KEY'] as const)[below(4)]!,
  };
}

/** Fills the carts of a new person and looks at the sum. */
export async function aShopper(world: World, market: Market, plan: Plan): Promise<Shopper> {
  const person = await aPerson(world, { name: 'Sari Wulandari' });
  const own = world.context(person.actor);
  await setCartPickupPoint(own, { cartId: null, pickupPointId: market.pointId });
  await Promise.all(plan.steps.map((step) => put(world, person.actor, step)));
  const guests = plan.asGuest && (await guestsCart(world, plan.asGuest));
  if (guests && plan.mergesFirst) await redeemCheckoutToken(world.context(person.actor), guests);
  const ctx = world.context(person.actor);
  const cart = (await findCart(ctx, null))!;
  const { lines, total } = await viewOf(ctx, cart);
  // Two steps of one variant are one line, however they came.
  expect(new Set(lines.map(({ variantKey }) => variantKey)).size).toBe(lines.length);
  const { paymentMethod, again } = plan;
  const wanted = {
    cartId: globalId('Cart', cart.key),
    expectedTotal: total,
    paymentMethod,
    idempotencyKey: randomUUID(),
  };
  const second = { ...wanted, idempotencyKey: again === 'SAME_KEY' ? wanted.idempotencyKey : randomUUID() };
  return {
    person,
    carts: Math.min(1, lines.length) + (guests ? 1 : 0),
    checkouts: again ? [wanted, second] : [wanted],
    lateMerge: guests && !plan.mergesFirst ? guests : null,
  };
}

/** Puts pieces into the cart of who acts; null when none is left to be put in. */
async function put(world: World, actor: Actor, { variantKey, quantity }: Pieces) {
  const wanted = { cartId: null, variantId: globalId('Variant', variantKey), quantity, selected: true };
  try {
    return await setCartLine(world.context(actor), wanted);
  } catch (error) {
    expect(refusalOf(error)).toEqual({ code: 'OUT_OF_STOCK', field: ['variantId'] });
    return null;
  }
}

/** The token that takes a guest's cart along; null when nothing could be put into it. */
async function guestsCart(world: World, pieces: Pieces): Promise<string | null> {
  const held = await put(world, ANONYMOUS, pieces);
  if (!held) return null;
  const guest = { ...ANONYMOUS, cartTokenHash: tokenHash(held.cartToken!) };
  const address = await createCheckoutToken(world.context(guest), globalId('Cart', held.cart.key));
  return address.split('#')[1]!;
}

/** What may keep a cart from becoming an order here, and the field that each names. */
const REFUSALS: Readonly<Record<string, string>> = {
  OUT_OF_STOCK: 'cartId',
  // Another checkout of the same cart was first, or everything in it was gone when it was filled.
  CART_EMPTY: 'cartId',
  // The guest's cart came in after the buyer had looked.
  PRICE_CHANGED: 'expectedTotal',
};

/** Orders, or is refused with one of the codes that may come, each with its field; anything else is a fault. */
export async function checkout(world: World, { actor }: Person, wanted: OrderWanted): Promise<Order | string> {
  try {
    return await placeOrder(world.context(actor), wanted);
  } catch (error) {
    const { code, field } = refusalOf(error);
    expect({ code, field }).toEqual({ code, field: [REFUSALS[code]] });
    return code;
  }
}

/** Code and field of a refusal; what is none is thrown on. */
export function refusalOf(error: unknown): { code: string; field: readonly string[] } {
  if (!(error instanceof DomainError)) throw error;
  return { code: error.code, field: error.field };
}
