import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { balanceOf, postLost, postPaid, postRefundOwed, postReleased, type Sale } from '../../api/ledger/index.ts';
import { heldOf, type Owner, payableOf } from '../../api/ledger/owner.ts';
import { payableNow } from '../../api/ledger/payouts/request-payout.ts';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

/** A sale of 100,000 that a community has brought, whose parties have nothing else; the buyer pays 102,000. */
function aSale(): Sale {
  const parties = { key: randomUUID(), sellerKey: randomUUID(), pickupPointKey: randomUUID() };
  const discounts = { goodsDiscount: 0, feeDiscount: 0, sellerDiscount: 0 };
  const shares = { goodsTotal: 100_000, pointFee: 2_000, commission: 3_000, communityShare: 1_000 };
  return { ...parties, communityKey: randomUUID(), ...shares, ...discounts };
}

const book = <Made>(act: (tx: Tx) => Promise<Made>) => inTransaction(world.context(), act);

async function paid(): Promise<Sale> {
  const sale = aSale();
  await book((tx) => postPaid(tx, randomUUID(), [sale]));
  return sale;
}

/** What is held for, and payable to, seller, point and community of a sale. */
async function partsOf({ sellerKey, pickupPointKey, communityKey }: Sale) {
  const owners: readonly Owner[] = [
    { ownerKind: 'SELLER', ownerKey: sellerKey },
    { ownerKind: 'POINT', ownerKey: pickupPointKey },
    { ownerKind: 'COMMUNITY', ownerKey: communityKey! },
  ];
  const sums = (accounts: typeof heldOf) =>
    Promise.all(owners.map((owner) => balanceOf(world.context().read, accounts(owner))));
  return { held: await sums(heldOf), payable: await sums(payableOf) };
}

describe('what seller, point and community have of a sale', () => {
  test('is held until it is released, once, and payable then', async () => {
    const sale = await paid();
    expect(await partsOf(sale)).toEqual({ held: [97_000, 2_000, 1_000], payable: [0, 0, 0] });
    const point = { ownerKind: 'POINT', ownerKey: sale.pickupPointKey } as const;
    expect(await payableNow(world.context().read, point)).toBe(0);
    expect(await book((tx) => postReleased(tx, sale, 0))).toBe(true);
    expect(await book((tx) => postReleased(tx, sale, 0))).toBe(false);
    expect(await partsOf(sale)).toEqual({ held: [0, 0, 0], payable: [97_000, 2_000, 1_000] });
    expect(await payableNow(world.context().read, point)).toBe(2_000);
  });

  test('leaves nobody a debt when the order is cancelled before that', async () => {
    const sale = await paid();
    await book((tx) => postRefundOwed(tx, sale, 1, 102_000));
    expect(await partsOf(sale)).toEqual({ held: [0, 0, 0], payable: [0, 0, 0] });
    expect(await book((tx) => postReleased(tx, sale, 1))).toBe(false);
  });

  test('is taken from where it stands, in proportion: a half before, the rest after it was released', async () => {
    const sale = await paid();
    await book((tx) => postRefundOwed(tx, sale, 1, 51_000));
    expect(await partsOf(sale)).toEqual({ held: [48_500, 1_000, 500], payable: [0, 0, 0] });
    await book((tx) => postReleased(tx, sale, 1));
    await book((tx) => postRefundOwed(tx, sale, 2, 25_500));
    expect(await partsOf(sale)).toEqual({ held: [0, 0, 0], payable: [24_250, 500, 250] });
    await book((tx) => postRefundOwed(tx, sale, 3, 25_500));
    expect(await partsOf(sale)).toEqual({ held: [0, 0, 0], payable: [0, 0, 0] });
  });

  test('of a lost parcel: the point owes its price at once, and its fee becomes payable with the rest', async () => {
    const sale = await paid();
    await book((tx) => postLost(tx, sale, 1, 102_000));
    expect(await partsOf(sale)).toEqual({ held: [97_000, 2_000, 1_000], payable: [0, -102_000, 0] });
    await book((tx) => postReleased(tx, sale, 1));
    expect(await partsOf(sale)).toEqual({ held: [0, 0, 0], payable: [97_000, -100_000, 1_000] });
  });
});
