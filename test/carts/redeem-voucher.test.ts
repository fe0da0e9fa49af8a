import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endVoucher } from '../../api/carts/vouchers/end-voucher.ts';
import { giveVoucherBack, redeemVoucher, takeVoucherAgain } from '../../api/carts/vouchers/redeem-voucher.ts';
import { Voucher } from '../../api/carts/vouchers/voucher.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aMarket, orderOf } from '../support/makers/orders.ts';
import { aBuyerWith, aVoucher } from '../support/makers/vouchers.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letRivalRunFirst } from '../support/rival.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

/** An order that uses a voucher, as redeemVoucher is told of it. */
async function aUse({ key }: Voucher) {
  const { account } = await aPerson(world);
  return { voucherKey: key, orderKey: newKey(), buyerKey: account.key, discount: 1_000 };
}
type Use = Awaited<ReturnType<typeof aUse>>;

const redeem = (use: Use) => inTransaction(world.context(), (tx) => redeemVoucher(tx, use));
const usesOf = async ({ key }: Voucher): Promise<number> =>
  (await world.context().em.fork().findOneOrFail(Voucher, { key })).uses;
const honoured = async ({ orderKey }: Use): Promise<boolean> => {
  const [row] = await world
    .context()
    .read.rows<{ is: boolean }>('select honoured_at is not null as is from voucher_redemption where order_id = $1', [
      orderKey,
    ]);
  return row!.is;
};

describe('a use is judged again when it is counted, whatever the cart saw', () => {
  test('before its time and from its end on it counts no use', async () => {
    const now = world.clock.now().getTime();
    const [startsAt, endsAt] = [new Date(now + 1_000), new Date(now + 2_000)];
    const voucher = await aVoucher(world, { startsAt, endsAt });
    await expectRefusal(redeem(await aUse(voucher)), 'VOUCHER_NOT_BEGUN');
    world.clock.advance(1);
    await redeem(await aUse(voucher));
    world.clock.advance(1);
    await expectRefusal(redeem(await aUse(voucher)), 'VOUCHER_OVER');
    expect(await usesOf(voucher)).toBe(1);
  });

  test('ended while an order with it is placed: VOUCHER_OVER, and nothing is placed', async () => {
    const market = await aMarket(world, { shops: 1 });
    const voucher = await aVoucher(world);
    const buyer = await aBuyerWith(world, market, voucher);
    const ending = (tx: Tx) =>
      tx.execute('update voucher set ended_at = ? where id = ?', [world.clock.now(), voucher.key]);
    const outcome = await letRivalRunFirst(world, ending, () => placeOrder(world.context(buyer.actor), orderOf(buyer)));
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'VOUCHER_OVER' } });
    expect(await usesOf(voucher)).toBe(0);
  });

  test('the end waits for an order that is being placed with it, which keeps its use', async () => {
    const voucher = await aVoucher(world);
    const use = await aUse(voucher);
    const curator = await aPerson(world, { roles: [['CURATOR', null]] });
    const outcome = await letRivalRunFirst(
      world,
      (tx) => redeemVoucher(tx, use),
      () => endVoucher(world.context(curator.actor), voucher.id),
    );
    expect(outcome.status).toBe('fulfilled');
    expect(await usesOf(voucher)).toBe(1);
  });
});

describe('a use that late money takes again', () => {
  /** A use that was given back. */
  async function aUseBack(voucher: Voucher): Promise<Use> {
    const use = await aUse(voucher);
    await redeem(use);
    await inTransaction(world.context(), (tx) => giveVoucherBack(tx, use.orderKey));
    return use;
  }

  test('and that another order takes at the same moment is honoured without being counted', async () => {
    const voucher = await aVoucher(world, { limitTotal: 1 });
    const late = await aUseBack(voucher);
    const other = await aUse(voucher);
    const outcome = await letRivalRunFirst(
      world,
      (tx) => redeemVoucher(tx, other),
      () => inTransaction(world.context(), (tx) => takeVoucherAgain(tx, late.orderKey)),
    );
    expect(outcome.status).toBe('fulfilled');
    expect({ uses: await usesOf(voucher), honoured: await honoured(late) }).toEqual({ uses: 1, honoured: true });
  });

  test('is taken once: one that was not given back is left alone', async () => {
    const voucher = await aVoucher(world);
    const use = await aUseBack(voucher);
    const again = () => inTransaction(world.context(), (tx) => takeVoucherAgain(tx, use.orderKey));
    await again();
    await again();
    expect({ uses: await usesOf(voucher), honoured: await honoured(use) }).toEqual({ uses: 1, honoured: false });
  });
});
