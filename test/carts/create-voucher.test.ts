import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEntry } from '../../api/accounts/index.ts';
import { createVoucher, type VoucherWanted } from '../../api/carts/vouchers/create-voucher.ts';
import { endVoucher } from '../../api/carts/vouchers/end-voucher.ts';
import { listVouchers, voucherStatusOf } from '../../api/carts/vouchers/voucher-queries.ts';
import { brokenConstraint } from '../../api/platform/database/transaction.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { SellerStatus } from '../../api/sellers/index.ts';
import { expectRefusal, refusalOf } from '../support/expect-refusal.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { aMarket, type Market } from '../support/makers/orders.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { aShopVoucher, aVoucher, newVoucherCode } from '../support/makers/vouchers.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letThemMeet } from '../support/rival.ts';

let world: MarketWorld;
let market: Market;
let curator: Person;
beforeAll(async () => {
  world = await openMarketWorld();
  market = await aMarket(world, { shops: 2 });
  curator = await aPerson(world, { roles: [['CURATOR', null]] });
});
afterAll(() => world.close());

const wanted = (asked: object = {}): VoucherWanted => ({
  code: newVoucherCode(),
  name: 'Hemat',
  kind: 'AMOUNT',
  amount: 5_000,
  idempotencyKey: newKey(),
  ...asked,
});
const ofCity = (asked: object) => createVoucher(world.context(curator.actor), wanted(asked));
const sellerId = (at: number): string => globalId('Seller', market.stalls[at]!.seller.key);

describe('making a voucher', () => {
  test('a shop makes one for its own goods at its own cost', async () => {
    const { seller } = market.stalls[0]!;
    const made = await aShopVoucher(world, market.stalls[0]!, { kind: 'PERCENTAGE', percent: 10 });
    expect(made).toMatchObject({ sellerKey: seller.key, sellerKeys: [seller.key], sellerPercent: 100 });
    const by = (asked: object) => aShopVoucher(world, market.stalls[0]!, { kind: 'FREE_POINT_FEE', ...asked });
    await expectRefusal(by({ sellerIds: [sellerId(1)] }), 'INVALID');
    await expectRefusal(by({ sellerPercent: 0 }), 'INVALID');
    await expectRefusal(by({ sellerId: sellerId(1) }), 'NOT_FOUND');
    await expectRefusal(by({ sellerId: null }), 'NOT_FOUND');
  });

  test('a curator makes one of the city, which goes into the audit log with its end', async () => {
    const made = await ofCity({ sellerIds: [sellerId(0), sellerId(0), sellerId(1)], sellerPercent: 40 });
    expect(made).toMatchObject({ sellerKey: null, sellerPercent: 40, uses: 0 });
    expect(made.sellerKeys).toHaveLength(2);
    await endVoucher(world.context(curator.actor), made.id);
    const entries = await world.context().em.fork().find(AuditEntry, { actorKey: curator.account.key });
    const acts = entries.filter(({ subject }) => subject.voucherKey === made.key).map(({ act }) => act);
    expect(acts).toEqual(['createVoucher', 'endVoucher']);
  });

  test('the same key gives the same voucher, also at once; another input is refused', async () => {
    const asked = wanted();
    const make = () => createVoucher(world.context(curator.actor), asked);
    const all = await letThemMeet(world, 'voucher', [make, make, make]);
    expect(new Set(all.map((each) => (each.status === 'fulfilled' ? each.value.key : each.reason))).size).toBe(1);
    await expectRefusal(ofCity({ ...asked, name: 'Lain' }), 'IDEMPOTENCY_KEY_REUSED');
    await expectRefusal(ofCity({ idempotencyKey: '' }), 'IDEMPOTENCY_KEY_INVALID');
  });

  test('a code is given once, whoever asks, also at once and after its end', async () => {
    const code = newVoucherCode();
    const others = await Promise.all([1, 2, 3, 4].map(() => aPerson(world, { roles: [['CURATOR', null]] })));
    const outcomes = await Promise.all(
      others.map(({ actor }) =>
        createVoucher(world.context(actor), wanted({ code })).then(
          () => 'made',
          (error) => error.code,
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(['CODE_TAKEN', 'CODE_TAKEN', 'CODE_TAKEN', 'made']);
    await expectRefusal(ofCity({ code: code.toLowerCase() }), 'CODE_TAKEN');
  });

  test.each([
    [{ code: 'abc' }, 'CODE_INVALID'],
    [{ code: 'HEMAT!' }, 'CODE_INVALID'],
    [{ code: 'A'.repeat(21) }, 'CODE_INVALID'],
    [{ name: ' ' }, 'INVALID'],
    [{ name: 'n'.repeat(81) }, 'INVALID'],
    [{ amount: 0 }, 'INVALID'],
    [{ amount: -5 }, 'INVALID'],
    [{ amount: null }, 'TERMS_OF_ANOTHER_KIND'],
    [{ percent: 5 }, 'TERMS_OF_ANOTHER_KIND'],
    [{ maxDiscount: 5 }, 'TERMS_OF_ANOTHER_KIND'],
    [{ kind: 'PERCENTAGE', amount: null, percent: 101 }, 'INVALID'],
    [{ kind: 'PERCENTAGE', amount: null, percent: 0 }, 'INVALID'],
    [{ kind: 'PERCENTAGE', amount: null, percent: 5, maxDiscount: 0 }, 'INVALID'],
    [{ kind: 'FREE_POINT_FEE' }, 'TERMS_OF_ANOTHER_KIND'],
    [{ minimumSpend: -1 }, 'INVALID'],
    [{ limitTotal: 0 }, 'INVALID'],
    [{ limitPerBuyer: 101 }, 'INVALID'],
    [{ limitPerPeriod: 1 }, 'LIMIT_WITHOUT_PERIOD'],
    [{ period: 'DAY' }, 'PERIOD_WITHOUT_LIMIT'],
    [{ limitInPeriod: 1 }, 'LIMIT_WITHOUT_PERIOD'],
    [{ limitPerPeriod: 1, limitInPeriod: 1 }, 'LIMIT_WITHOUT_PERIOD'],
    [{ period: 'MONTH', limitInPeriod: 0 }, 'INVALID'],
    [{ period: 'MONTH', limitInPeriod: 1_000_001 }, 'INVALID'],
    [{ endsAt: new Date('2020-01-01') }, 'INVALID'],
    [{ startsAt: new Date('2027-01-02'), endsAt: new Date('2027-01-01') }, 'INVALID'],
    [{ startsAt: new Date('9999-01-01') }, 'INVALID'],
    [{ sellerPercent: 101 }, 'INVALID'],
    [{ sellerPercent: 1 }, 'SELLERS_NOT_NAMED'],
    [{ sellerIds: ['bukan id'] }, 'NOT_FOUND'],
    [{ sellerIds: [globalId('Seller', newKey())] }, 'NOT_FOUND'],
    [{ categoryId: globalId('Category', newKey()) }, 'NOT_FOUND'],
  ] as const)('%j is refused with %s', async (asked, code) => {
    await expectRefusal(ofCity(asked), code);
  });

  test('a shop that applied and was never verified is not named', async () => {
    const { seller } = await aSeller(world, { status: SellerStatus.APPLIED });
    await expectRefusal(ofCity({ sellerIds: [globalId('Seller', seller.key)] }), 'NOT_FOUND', ['sellerIds']);
  });

  test('not more than 50 hold at once; ended ones do not count', async () => {
    const crowded = await aMarket(world, { shops: 1 });
    const [stall] = crowded.stalls;
    const make = () => aShopVoucher(world, stall!, { kind: 'FREE_POINT_FEE' });
    const first = await make();
    for (let at = 1; at < 50; at += 1) await make();
    expect(await refusalOf(make())).toMatchObject({ code: 'TOO_MANY_VOUCHERS', values: { limit: 50 } });
    await endVoucher(world.context(stall!.owner.actor), first.id);
    await make();
    const page = await listVouchers(world.context(stall!.owner.actor), stall!.seller.key, 50, null);
    expect(page.edges).toHaveLength(50);
    const rest = await listVouchers(world.context(stall!.owner.actor), stall!.seller.key, 50, page.pageInfo.endCursor);
    expect(rest.edges.map(({ node }) => node.key)).toEqual([first.key]);
  });
});

test('a period is there with either of its limits, or both; the database asks for the same', async () => {
  for (const limits of [{ limitPerPeriod: 2 }, { limitInPeriod: 1_000_000 }, { limitPerPeriod: 2, limitInPeriod: 100 }])
    for (const period of ['DAY', 'WEEK', 'MONTH'] as const)
      expect(await ofCity({ ...limits, period })).toMatchObject({ ...limits, period });
  const { key } = await ofCity({});
  const copied = (terms: object): Promise<unknown> =>
    world
      .context()
      .read.rows(`insert into voucher select (jsonb_populate_record(v, $2::jsonb)).* from voucher v where id = $1`, [
        key,
        JSON.stringify({ id: newKey(), code: newVoucherCode(), idempotency_key: newKey(), ...terms }),
      ])
      .then(() => 'nothing', brokenConstraint);
  expect(await copied({ period: 'MONTH' })).toBe('voucher_period_has_limit');
  expect(await copied({ limit_in_period: 1 })).toBe('voucher_period_has_limit');
  expect(await copied({ period: 'YEAR', limit_in_period: 1 })).toBe('voucher_period_check');
  expect(await copied({ period: 'MONTH', limit_in_period: 0 })).toBe('voucher_limit_in_period_bounds');
  expect(await copied({ period: 'MONTH', limit_in_period: 1_000_001 })).toBe('voucher_limit_in_period_bounds');
  expect(await copied({ period: 'MONTH', limit_in_period: 1_000_000 })).toBe('nothing');
});

describe('a voucher is ended', () => {
  test('by its shop or a curator alone, once', async () => {
    const made = await aShopVoucher(world, market.stalls[0]!, { kind: 'FREE_POINT_FEE' });
    const other = world.context(market.stalls[1]!.owner.actor);
    await expectRefusal(endVoucher(other, made.id), 'NOT_FOUND');
    await expectRefusal(
      endVoucher(world.context(market.stalls[0]!.owner.actor), (await aVoucher(world)).id),
      'NOT_FOUND',
    );
    const ended = await endVoucher(world.context(market.stalls[0]!.owner.actor), made.id);
    world.clock.advance(60);
    const again = await endVoucher(world.context(curator.actor), made.id);
    expect(again.endedAt).toEqual(ended.endedAt);
    expect(voucherStatusOf(again, world.clock.now())).toBe('OVER');
  });
});

test('how a voucher stands follows its times and uses', async () => {
  const now = world.clock.now();
  const later = new Date(now.getTime() + 1_000);
  const made = await ofCity({ startsAt: later, endsAt: new Date(later.getTime() + 1_000), limitTotal: 1 });
  expect(voucherStatusOf(made, now)).toBe('COMING');
  expect(voucherStatusOf(made, later)).toBe('RUNNING');
  expect(voucherStatusOf(Object.assign(made, { uses: 1 }), later)).toBe('USED_UP');
  expect(voucherStatusOf(made, made.endsAt!)).toBe('OVER');
});
