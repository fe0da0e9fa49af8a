import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Order, OrderPaymentStatus, type Parcel, ParcelStatus } from '../../api/orders/index.ts';
import { lockOrder } from '../../api/orders/lock-order.ts';
import { moveParcels } from '../../api/orders/move-parcels.ts';
import type { ParcelRole } from '../../api/orders/order-access.ts';
import { ORDER_TRANSITIONS } from '../../api/orders/order-transitions.ts';
import {
  PARCEL_TRANSITIONS,
  type ParcelTransition,
  type ParcelTransitionName,
} from '../../api/orders/parcel-transitions.ts';
import { type Actor, SYSTEM } from '../../api/platform/context.ts';
import { brokenConstraint, inTransaction } from '../../api/platform/database/transaction.ts';
import { DomainError } from '../../api/platform/refusal.ts';
import { aCurator } from '../support/makers/accounts.ts';
import { aBuyer, aMarket, anOrder, type Buyer, type Market } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { forceStatus, pay } from './journeys.ts';
import { parcelsOf } from './read-back.ts';

const STATUSES = Object.values(ParcelStatus);
const ROWS = Object.entries(PARCEL_TRANSITIONS) as [ParcelTransitionName, ParcelTransition][];
const ROLES: readonly ParcelRole[] = ['SYSTEM', 'BUYER', 'SELLER', 'OPERATOR', 'CURATOR'];

let world: MarketWorld;
let market: Market;
let order: Order;
let buyer: Buyer;
let parcel: Parcel;
beforeAll(async () => {
  world = await openMarketWorld();
  market = await aMarket(world, { shops: 1 });
  ({ order, buyer } = await anOrder(world, market));
  await pay(world, order);
  parcel = (await parcelsOf(world, market, order))[0]!;
});
afterAll(() => world.close());

/** Tries a row as someone, and undoes it; whether it was done. Faults are thrown. */
async function isDone(name: ParcelTransitionName, as: ParcelRole, actor: Actor): Promise<boolean> {
  const undo = new Error('undo');
  const outcome = await inTransaction(world.context(actor), async (tx) => {
    const locked = (await lockOrder(tx, order.key))!;
    await moveParcels(tx, locked, name, locked.parcels, as);
    await tx.flush();
    throw undo;
  }).catch((error: unknown) => error);
  if (outcome === undo) return true;
  if (outcome instanceof DomainError) return false;
  throw outcome;
}

describe('the table of parcel transitions is the whole rule', () => {
  test.each(STATUSES)('from %s each role can do what a row says, and nothing else', async (status) => {
    const [seller, curator] = [market.stalls[0]!.owner, await aCurator(world)];
    const actors = {
      SYSTEM,
      BUYER: buyer.actor,
      SELLER: seller.actor,
      OPERATOR: market.operator.actor,
      CURATOR: curator.actor,
    };
    await forceStatus(world, [parcel.key], status);
    for (const role of ROLES) {
      const done: string[] = [];
      for (const [name] of ROWS) if (await isDone(name, role, actors[role])) done.push(name);
      const allowed = ROWS.filter(([, row]) => row.from.includes(status) && row.by.includes(role));
      expect({ role, done }).toEqual({ role, done: allowed.map(([name]) => name) });
    }
  });

  test('a part is proved, not claimed: with the rights of another nobody moves anything', async () => {
    const curator = await aCurator(world);
    const others = [await aBuyer(world, market), (await aMarket(world, { shops: 1 })).operator, curator];
    const stranger = (await aMarket(world, { shops: 1 })).stalls[0]!.owner;
    await forceStatus(world, [parcel.key], 'WAITING');
    for (const { actor } of [...others, stranger]) {
      const own = actor === curator.actor ? ['SYSTEM', 'CURATOR'] : ['SYSTEM'];
      for (const [name, row] of ROWS.filter(([, { from }]) => from.includes('WAITING'))) {
        for (const role of row.by.filter((each) => !own.includes(each)))
          expect(await isDone(name, role, actor)).toBe(false);
      }
    }
  });
});

describe('the database holds the same tables', () => {
  const pairsOf = (rows: readonly { from: readonly string[]; to: string }[]): Set<string> =>
    new Set(rows.flatMap(({ from, to }) => from.map((each) => `${each} ${to}`)));
  const pairsInSql = async (mayMove: string, statuses: readonly string[]): Promise<Set<string>> => {
    const rows = await world
      .context()
      .read.rows<{ pair: string }>(
        `select f || ' ' || t as pair from unnest($1::text[]) f, unnest($1::text[]) t where ${mayMove}(f, t)`,
        [statuses],
      );
    return new Set(rows.map(({ pair }) => pair));
  };

  test('for parcels, pair by pair', async () => {
    expect(await pairsInSql('parcel_may_move', STATUSES)).toEqual(pairsOf(Object.values(PARCEL_TRANSITIONS)));
  });

  test('for payments, pair by pair', async () => {
    expect(await pairsInSql('order_payment_may_move', Object.values(OrderPaymentStatus))).toEqual(
      pairsOf(Object.values(ORDER_TRANSITIONS)),
    );
  });

  test('and refuses a pair that is not in them, whoever writes it', async () => {
    await forceStatus(world, [parcel.key], 'COLLECTED');
    const parcelBack = world.context().read.rows(`update parcel set status = 'WAITING' where id = $1`, [parcel.key]);
    expect(await parcelBack.catch(brokenConstraint)).toBe('parcel_status_moves_by_table');
    const orderBack = world
      .context()
      .read.rows(`update orders set payment_status = 'AWAITING' where id = $1`, [order.key]);
    expect(await orderBack.catch(brokenConstraint)).toBe('orders_payment_status_moves_by_table');
  });

  test('and lets nobody begin anywhere but at the beginning', async () => {
    const copied = world.context().read.rows(
      `insert into parcel select (jsonb_populate_record(p, jsonb_build_object('id', $2::text, 'code', 'PK-X', 'status', 'PACKED'))).*
         from parcel p where id = $1`,
      [parcel.key, '01990000-0000-7000-8000-000000000000'],
    );
    expect(await copied.catch(brokenConstraint)).toBe('parcel_status_moves_by_table');
  });
});
