import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adjustStock } from '../../api/inventory/adjust-stock.ts';
import { setProviderFee } from '../../api/ledger/settlements/set-provider-fee.ts';
import { OrderLine } from '../../api/orders/index.ts';
import { refundLines } from '../../api/orders/refunds/refund-lines.ts';
import { globalId } from '../../api/platform/keys.ts';
import { pay } from '../orders/journeys.ts';
import { parcelsOf } from '../orders/read-back.ts';
import { aCurator, type Person } from '../support/makers/accounts.ts';
import { aMarket, anOrder, type Market } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import type { Evidence, Named } from './check/evidence.ts';
import { clientsWord } from './check/i08-clients-word.ts';
import { LEAVES, LEAVES_NOTHING } from './check/i08-traces.ts';
import type { Entry } from './people/client-log.ts';
import { ROOT } from './stage/child.ts';

type Said = Pick<Entry, 'op' | 'who' | 'key' | 'input' | 'what'> & { readonly answer?: unknown };

let world: MarketWorld;
let client: pg.Client;
let market: Market;
let buyer: Person;
let seller: Person;
let order: { key: string; idempotencyKey: string };
let parcelKey: string;
let parcelId: string;
let piece: (quantity: number) => Promise<Said>;
beforeAll(async () => {
  world = await openMarketWorld();
  client = new pg.Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  market = await aMarket(world, { shops: 1, stock: 10 });
  seller = market.stalls[0]!.owner;
  const placed = await anOrder(world, market, { quantity: 5 });
  buyer = placed.buyer;
  order = placed.order;
  await pay(world, placed.order);
  const [parcel] = await parcelsOf(world, market, placed.order);
  parcelKey = parcel!.key;
  parcelId = globalId('Parcel', parcelKey);
  const line = await world.context().em.fork().findOneOrFail(OrderLine, { parcelKey });
  const lines = (quantity: number) => [{ lineId: globalId('OrderLine', line.key), quantity }];
  piece = async (quantity) => {
    const input = { parcelId, lines: lines(quantity), reason: 'Kurang', idempotencyKey: randomUUID() };
    await refundLines(world.context(seller.actor), input);
    return of(seller, 'refundLines', input.idempotencyKey, input);
  };
});
afterAll(async () => {
  await client?.end();
  await world?.close();
});

/** A call that was answered as done. */
function of({ account }: Person, op: string, key: string, input: Entry['input'], answer: unknown = {}): Said {
  return { op, who: account.key, key, input, what: 'done', answer };
}

function refused(call: Said, answer: string): Said {
  return { ...call, what: 'refused', answer };
}

/** What the check finds in these calls, that ended one after the other. */
function foundIn(...said: readonly Said[]): Promise<string[]> {
  const log = said.map((each, call) => ({ ...each, call, at: call }));
  const rows = async (text: string) => (await client.query(text)).rows;
  return clientsWord({ rows, log } as unknown as Evidence);
}

const someId = (type: Named) => globalId(type, randomUUID());

/** A call of this mutation about things that are not there. */
function neverDone(op: string): Said {
  const input = {
    ...{ orderId: someId('Order'), parcelId: someId('Parcel'), disputeId: someId('Dispute'), taskId: someId('Task') },
    ...{ ownerId: someId('Seller'), parcelCode: 'PK-NOWHERE', orderCode: 'BJ-NOWHERE', collectCode: 'NOWHERE' },
    ...{ method: 'QRIS', validFrom: '2026-01-01', results: [{ payoutId: someId('Payout'), result: 'PAID' }] },
    idempotencyKey: randomUUID(),
  };
  return { op, who: randomUUID(), key: randomUUID(), input, what: 'done', answer: {} };
}

describe('I8: the checker knows what each mutation of the people leaves', () => {
  test('every mutation that people send is known, or it is said why it leaves nothing', () => {
    const schema = buildSchema(readFileSync(join(ROOT, 'schema', 'schema.graphql'), 'utf8'));
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    const people = join(ROOT, 'test', 'faults', 'people');
    const source = readdirSync(people)
      .map((file) => readFileSync(join(people, file), 'utf8'))
      .join('\n');
    const sent = mutations.filter((name) => source.includes(`'${name}'`));
    expect(sent.length).toBeGreaterThan(35);
    expect(sent.filter((name) => !(name in LEAVES) && !(name in LEAVES_NOTHING))).toEqual([]);
    expect(Object.keys(LEAVES).filter((name) => !sent.includes(name))).toEqual([]);
  });

  test('one that it does not know is found in the log of a run as well', async () => {
    expect(await foundIn(of(seller, 'giveEverythingAway', 'key', {}))).toHaveLength(1);
  });

  test.each(Object.keys(LEAVES))('%s that was told as done and is not there is found', async (op) => {
    expect(await foundIn(neverDone(op))).toHaveLength(1);
  });
});

describe('I8: what clients were told is held against each intention', () => {
  test('two refunds of one parcel leave two traces, and a third that left none is found', async () => {
    const [first, second] = [await piece(1), await piece(1)];
    const lost = { ...second, key: 'third', input: { ...second.input, idempotencyKey: 'third' } };
    expect(await foundIn(first, second)).toEqual([]);
    expect(await foundIn(first, second, lost)).toHaveLength(1);
  });

  test('a key that was answered as done and as refused is found, and not what a moment later could be had', async () => {
    const done = await piece(1);
    expect(await foundIn(done, refused(done, 'WRONG_STATUS'))).toHaveLength(1);
    expect(await foundIn(refused(done, 'IDEMPOTENCY_KEY_REUSED'), done)).toHaveLength(1);
    expect(await foundIn(refused(done, 'NOTHING_REMAINS'), done)).toEqual([]);
  });

  test('what was refused and is there all the same is found, by its key', async () => {
    const done = await piece(1);
    expect(await foundIn(refused(done, 'NOTHING_REMAINS'))).toHaveLength(1);
    const input = { variantId: globalId('Variant', market.stalls[0]!.goods.variantKey), delta: 2, reason: 'Datang' };
    const counted = { ...input, idempotencyKey: randomUUID() };
    await adjustStock(world.context(seller.actor), counted);
    const call = of(seller, 'adjustStock', counted.idempotencyKey, counted);
    expect(await foundIn(call)).toEqual([]);
    expect(await foundIn(refused(call, 'BELOW_RESERVED'))).toHaveLength(1);
  });

  test('what was refused and is there all the same is found, where nobody else can have done it', async () => {
    const call = of(seller, 'acceptParcel', parcelId, { parcelId });
    const event = `insert into event (id, name, subject, facts, at) values (gen_random_uuid(), 'ParcelAccepted', '{"parcelKey": "${parcelKey}"}', '{}', now())`;
    await client.query('begin');
    try {
      await client.query(event);
      expect(await foundIn(call)).toEqual([]);
      expect(await foundIn(refused(call, 'WRONG_STATUS'))).toHaveLength(1);
      expect(await foundIn({ ...call, what: 'unknown' }, refused(call, 'WRONG_STATUS'))).toEqual([]);
    } finally {
      await client.query('rollback');
    }
  });

  test('of what each call leaves anew there must be as much as was told', async () => {
    const curator = await aCurator(world);
    const fee = { method: 'QRIS', validFrom: '2026-11-30', basisPoints: 70, flat: 12 };
    await setProviderFee(world.context(curator.actor), fee);
    expect(await foundIn(of(curator, 'setProviderFee', 'one', fee))).toEqual([]);
    const twice = [of(curator, 'setProviderFee', 'one', fee), of(curator, 'setProviderFee', 'two', fee)];
    expect(await foundIn(...twice)).toHaveLength(1);
  });

  test('one key is answered with one order, the one that is there', async () => {
    const { idempotencyKey } = order;
    const told = (key: string) =>
      of(buyer, 'placeOrder', idempotencyKey, { idempotencyKey }, { order: { id: globalId('Order', key) } });
    expect(await foundIn(told(order.key))).toEqual([]);
    expect(await foundIn(told(randomUUID()))).toHaveLength(1);
    expect(await foundIn(told(order.key), told(randomUUID()))).toHaveLength(1);
    expect(await foundIn(told(order.key), { ...told(order.key), what: 'unknown' })).toHaveLength(1);
  });
});
