import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markParcelLost } from '../../api/orders/counter.ts';
import { type Order, OrderLine, type Parcel } from '../../api/orders/index.ts';
import { refundLines } from '../../api/orders/refunds/refund-lines.ts';
import { globalId } from '../../api/platform/keys.ts';
import { bringToPoint, handOver, pay, reverse, sweep } from '../orders/journeys.ts';
import { aMarket, anOrder, type Market } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { findings } from './findings.ts';

let world: MarketWorld;
let client: pg.Client;
let market: Market;
/** The two parcels of an order that is past complaint; of the first a piece was refunded while its money was held. */
let parcels: readonly Parcel[];
beforeAll(async () => {
  world = await openMarketWorld();
  client = new pg.Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  market = await aMarket(world, { shops: 2, price: 100_000, stock: 50 });
  const first = await atPoint(2);
  parcels = await bringToPoint(world, market, first);
  await handOver(world, market, first);
  await refundPiece(parcels[0]!, 0);
  const forCash = await cashAtPoint();
  await handOver(world, market, forCash, { cashTaken: forCash.total });
  world.clock.advance(73 * 3600);
  await sweep(world);
  await refundPiece(parcels[1]!, 1); // of what is payable by now
  await loseAll(await reversedAtPoint());
  await loseAll(await cashAtPoint());
  // Of the same shops and the same point, so that their accounts hold money all the time.
  await atPoint(1);
});
afterAll(async () => {
  await client?.end();
  await world?.close();
});

/** A paid order of so many pieces from each shop. */
async function atPoint(quantity: number): Promise<Order> {
  const { order } = await anOrder(world, market, { quantity });
  await pay(world, order);
  return order;
}

async function cashAtPoint(): Promise<Order> {
  const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
  await bringToPoint(world, market, order);
  return order;
}

async function reversedAtPoint(): Promise<Order> {
  const order = await atPoint(1);
  await bringToPoint(world, market, order);
  await reverse(world, order, 'chargeback');
  return order;
}

async function loseAll(order: Order): Promise<void> {
  const operator = world.context(market.operator.actor);
  const rows = await client.query<{ id: string }>('select id from parcel where order_id = $1', [order.key]);
  for (const { id } of rows.rows) await markParcelLost(operator, globalId('Parcel', id), 'Tidak ada');
}

async function refundPiece({ key: parcelKey }: Parcel, stall: number): Promise<void> {
  const line = await world.context().em.fork().findOneOrFail(OrderLine, { parcelKey });
  const lines = [{ lineId: globalId('OrderLine', line.key), quantity: 1 }];
  const asked = { parcelId: globalId('Parcel', parcelKey), lines, reason: 'Kurang', idempotencyKey: randomUUID() };
  await refundLines(world.context(market.stalls[stall]!.owner.actor), asked);
}

/** What I5 finds after a change that no guard saw, which is undone. */
function found(change: string | null): Promise<string[]> {
  const good = { variantKey: market.stalls[0]!.goods.variantKey, variantId: '', initial: 50 };
  return findings({ client, good, midtransUrl: world.midtrans.url }, 'I5', change);
}

/** Adds so much to the lines of a posting, by the kind of their accounts: what it comes to is still nothing. */
function moveIn(effect: string, by: Readonly<Record<string, number>>): string {
  const changes = Object.entries(by).map(
    ([kind, amount]) => `
      update ledger_line l set amount = l.amount + ${amount} from ledger_transaction t, ledger_account a
       where t.id = l.transaction_id and a.id = l.account_id and a.kind = '${kind}' and t.effect like '${effect}'`,
  );
  return changes.join(';');
}

const released = (at: number) => `released:${parcels[at]!.key}`;

describe('I5: what is held of each parcel, while the same shops and the same point hold other money', () => {
  test('finds nothing where nothing is wrong, with refunds before and after, cash, losses and a bank that takes money back', async () => {
    expect(await found(null)).toEqual([]);
    const { rows } = await client.query(
      `select count(*) filter (where effect ~ '^released:')::int as released, count(*) filter (where effect ~ '^lost:')::int as lost,
              count(*) filter (where effect ~ '^cash:')::int as cash, count(*) filter (where effect ~ '^reversed:')::int as reversed
         from ledger_transaction`,
    );
    expect(rows).toEqual([{ released: 4, lost: 4, cash: 2, reversed: 1 }]);
  });

  test('finds what is held for ever', async () => {
    const gone = `delete from ledger_line where transaction_id = (select id from ledger_transaction where effect = '${released(0)}');
      delete from ledger_transaction where effect = '${released(0)}'`;
    expect((await found(gone)).sort()).toEqual([
      expect.stringMatching(/nobody can complain, 1000 were left of POINT_HELD/),
      expect.stringMatching(/nobody can complain, 97000 were left of SELLER_HELD/),
    ]);
  });

  test('finds that of one parcel more was released and of another less, which together are right', async () => {
    const more = moveIn(released(0), { POINT_HELD: 500, POINT_PAYABLE: -500 });
    const less = moveIn(released(1), { POINT_HELD: -500, POINT_PAYABLE: 500 });
    const sentences = await found(`${more};${less}`);
    expect(sentences).toHaveLength(2);
    expect(sentences.join()).toMatch(/1000 were left of POINT_HELD\S+, 1500 are released/);
    expect(sentences.join()).toMatch(/2000 were left of POINT_HELD\S+, 1500 are released/);
  });

  test('finds that what a refund took was released all the same', async () => {
    const all = moveIn(released(0), { SELLER_HELD: 97_000, SELLER_PAYABLE: -97_000 });
    expect(await found(all)).toEqual([expect.stringMatching(/97000 were left of SELLER_HELD\S+, 194000 are released/)]);
  });

  test('finds that less became payable than was released', async () => {
    const short = moveIn(released(0), { SELLER_PAYABLE: 1000, POINT_PAYABLE: -1000 });
    expect(await found(short)).toEqual(
      expect.arrayContaining([expect.stringMatching(/97000 were released of SELLER_HELD\S+, 96000 are payable/)]),
    );
  });

  test('finds a sale that gave a party another part than was frozen, in cash or through the provider', async () => {
    const wrong = { SELLER_HELD: -100, COMMISSION: 100 };
    expect(await found(moveIn('cash:%', wrong))).toHaveLength(2);
    expect((await found(moveIn('paid:%', wrong))).join()).toMatch(/were sold for SELLER_HELD\S+, \d+ are booked/);
  });

  test('finds that a parcel was handed over and its cash was never booked, though its row says that nobody paid', async () => {
    const unsettled = `update parcel p set is_settled = false from ledger_transaction t where t.effect = 'cash:' || p.id`;
    const unbooked = `delete from ledger_line where transaction_id in (select id from ledger_transaction where effect like 'cash:%');
      delete from ledger_transaction where effect like 'cash:%'`;
    expect(await found(unsettled)).toEqual([]);
    expect(await found(`${unsettled};${unbooked}`)).toEqual(
      expect.arrayContaining([expect.stringMatching(/\d+ were sold for SELLER_HELD\S+, \d+ are booked/)]),
    );
  });

  test('finds that a bank took money back and a shop kept its part, or that a point owes another sum for what it lost', async () => {
    expect(await found(moveIn('reversed:%', { SELLER_HELD: -100, PROVIDER_FEE: 100 }))).not.toEqual([]);
    expect((await found(moveIn('lost:%', { SELLER_HELD: 100, POINT_PAYABLE: -100 }))).join()).toMatch(
      /was lost unsold, 97000 were left of SELLER_HELD\S+, the point owes 96900/,
    );
  });

  test('finds money that is held for something else', async () => {
    expect(
      (await found(`update ledger_transaction set effect = 'gift:' || id where effect like 'cash:%'`)).join(),
    ).toMatch(/gift:\S+ moves -\d+ of SELLER_HELD\S+, for no parcel/);
  });
});
