import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCurator } from '../support/makers/accounts.ts';
import { aMarket, anOrder } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';

const ASK = 'query ($code: String!) { cityOrder(code: $code) { code total parcels { orderCode seller { name } } } }';

interface Told {
  readonly cityOrder: {
    code: string;
    total: number;
    parcels: { orderCode: string; seller: { name: string } }[];
  } | null;
}

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('a curator finds any order by its code as people type it, with its parcels; nobody else does', async () => {
  const market = await aMarket(world, { shops: 2 });
  const { order, buyer } = await anOrder(world, market);
  const { code, total } = order;
  const curator = await aCurator(world);
  const ask = (typed: string, { token }: { token: string }) => world.request<Told>(ASK, { code: typed }, { token });
  for (const typed of [code, code.toLowerCase(), ` ${code.slice(3)} `]) {
    const { cityOrder } = (await ask(typed, curator)).data;
    expect(cityOrder).toMatchObject({ code, total });
    expect(cityOrder?.parcels.map(({ orderCode }) => orderCode)).toEqual([code, code]);
    const names = market.stalls.map(({ seller }) => seller.name);
    expect(cityOrder?.parcels.map(({ seller }) => seller.name).sort()).toEqual(names.sort());
  }
  for (const typed of ['', 'BJ-0000000', "' or 1=1"])
    expect(await ask(typed, curator)).toMatchObject({ data: { cityOrder: null }, errors: [] });
  for (const person of [buyer, market.stalls[0]!.owner, market.operator]) {
    const { data, errors } = await ask(code, person);
    expect([data.cityOrder, errors[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  }
});
