import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Membership } from '../../api/accounts/index.ts';
import { signOut } from '../../api/accounts/sign-out.ts';
import { followOrder, followPoint, followSeller } from '../../api/messaging/live-orders.ts';
import { acceptParcel, markParcelPacked } from '../../api/orders/answer-parcel.ts';
import { Parcel } from '../../api/orders/index.ts';
import { ANONYMOUS } from '../../api/platform/context.ts';
import { globalId } from '../../api/platform/keys.ts';
import { TypedDocumentString } from '../../storefront-widget/operations/generated/graphql.ts';
import { ApiClient } from '../support/api-client.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aMarket, anOrder, type Market } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';

interface Followed {
  orderUpdated: { code: string; status: string; parcels: { status: string }[] };
}

describe('live updates', () => {
  let world: World;
  let market: Market;
  beforeAll(async () => {
    world = await openWorld();
    market = await aMarket(world);
    // The first subscription of a process connects, after which everyone is told the present state once more.
    await world.context().live.connected();
  });
  afterAll(() => world.close());

  /** Reads pushes until one fits. */
  async function until<Node>(pushes: AsyncIterator<Node>, fits: (node: Node) => boolean): Promise<Node> {
    for (;;) {
      const { value, done } = await pushes.next();
      if (done) throw new Error('The subscription ended.');
      if (fits(value)) return value;
    }
  }

  async function placed() {
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'CASH', goods: [market.stalls[0]!.goods] });
    const parcel = await world.context().em.findOneOrFail(Parcel, { orderKey: order.key });
    return { order, buyer, parcel, owner: market.stalls[0]!.owner };
  }

  test('the buyer sees the order as it is, then each change', async () => {
    const { order, buyer, parcel, owner } = await placed();
    const pushes = await followOrder(world.context(buyer.actor), order.code);
    expect((await pushes.next()).value).toMatchObject({ key: order.key });
    const next = pushes.next();
    await acceptParcel(world.context(owner.actor), parcel.id);
    expect((await next).value).toMatchObject({ key: order.key });
    await pushes.return();
  });

  test('a shop sees its parcels under way, then those that change, and no other shop sees them', async () => {
    const { parcel, owner } = await placed();
    const other = market.stalls[1]!;
    const pushes = await followSeller(world.context(owner.actor), globalId('Seller', parcel.sellerKey));
    await until(pushes, ({ key, status }) => key === parcel.key && status === 'WAITING');
    const theirs = await followSeller(world.context(other.owner.actor), globalId('Seller', other.seller.key));
    await acceptParcel(world.context(owner.actor), parcel.id);
    await until(pushes, ({ key, status }) => key === parcel.key && status === 'ACCEPTED');
    const silent = await Promise.race([theirs.next().then(({ value }) => value?.sellerKey), world.runJobs()]);
    expect([undefined, other.seller.key]).toContain(silent);
    await Promise.all([pushes.return(), theirs.return()]);
  });

  test('a point sees what comes to it', async () => {
    const { parcel, owner } = await placed();
    const pushes = await followPoint(world.context(market.operator.actor), market.pointId);
    await until(pushes, ({ key }) => key === parcel.key);
    await acceptParcel(world.context(owner.actor), parcel.id);
    await markParcelPacked(world.context(owner.actor), parcel.id);
    await until(pushes, ({ key, status }) => key === parcel.key && status === 'PACKED');
    await pushes.return();
  });

  test("rule 7: another's order, shop and point look as if they were not there", async () => {
    const { order, parcel } = await placed();
    const stranger = await aPerson(world);
    for (const actor of [stranger.actor, ANONYMOUS]) {
      const ctx = world.context(actor);
      await expect(followOrder(ctx, order.code)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
      await expect(followSeller(ctx, globalId('Seller', parcel.sellerKey))).rejects.toMatchObject({
        extensions: { code: 'NOT_FOUND' },
      });
      await expect(followPoint(ctx, market.pointId)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    }
    await expect(followOrder(world.context(stranger.actor), 'BJ-NONSENSE')).rejects.toThrow();
  });

  test('a subscription ends with the first change after its device signed out', async () => {
    const { order, buyer, parcel, owner } = await placed();
    const pushes = await followOrder(world.context(buyer.actor), order.code);
    await pushes.next();
    await signOut(world.context(buyer.actor), null);
    await acceptParcel(world.context(owner.actor), parcel.id);
    expect(await pushes.next()).toEqual({ value: undefined, done: true });
  });

  test('a subscription ends with the first change after a role was taken away', async () => {
    const { parcel, owner } = await placed();
    const staff = await aPerson(world, { roles: [['SELLER_STAFF', parcel.sellerKey]] });
    const pushes = await followSeller(world.context(staff.actor), globalId('Seller', parcel.sellerKey));
    await until(pushes, ({ key }) => key === parcel.key);
    await world.context().em.nativeDelete(Membership, { accountKey: staff.account.key });
    await acceptParcel(world.context(owner.actor), parcel.id);
    await expect(until(pushes, ({ status }) => status === 'ACCEPTED')).rejects.toThrow('ended');
  });

  test('over server-sent events, each push shows the order and its parcels as they then are', async () => {
    const { order, buyer, parcel, owner } = await placed();
    const client = Object.assign(new ApiClient(world.url), { token: buyer.token });
    const document = 'subscription ($code: String!) { orderUpdated(code: $code) { code status parcels { status } } }';
    const statuses: string[] = [];
    const followed = client.follow(
      new TypedDocumentString<Followed, { code: string }>(document),
      { code: order.code },
      (push) => {
        const { status } = push.orderUpdated.parcels[0]!;
        if (statuses.length === 0) void acceptParcel(world.context(owner.actor), parcel.id);
        if (statuses.at(-1) !== status) statuses.push(status);
        return status === 'ACCEPTED';
      },
    );
    expect((await followed).orderUpdated).toMatchObject({ code: order.code, status: 'IN_PREPARATION' });
    expect(statuses).toEqual(['WAITING', 'ACCEPTED']);
  });

  test('over server-sent events, a stranger gets NOT_FOUND and a visitor UNAUTHENTICATED', async () => {
    const { order } = await placed();
    const stranger = await aPerson(world);
    const query = `subscription { orderUpdated(code: "${order.code}") { code } }`;
    const open = async (headers: Record<string, string>) => {
      const sent = { accept: 'text/event-stream', 'content-type': 'application/json', 'x-client': 'api', ...headers };
      return (
        await fetch(`${world.url}/graphql`, { method: 'POST', headers: sent, body: JSON.stringify({ query }) })
      ).text();
    };
    expect(await open({ authorization: `Bearer ${stranger.token}` })).toContain('NOT_FOUND');
    expect(await open({})).toContain('UNAUTHENTICATED');
  });

  test('it ends at once when its reader leaves, also while it waits', async () => {
    const { order, buyer } = await placed();
    const pushes = await followOrder(world.context(buyer.actor), order.code);
    await pushes.next();
    const waiting = pushes.next();
    await pushes.return();
    await waiting; // the end, or news of placing that was still on its way
    expect(await pushes.next()).toEqual({ value: undefined, done: true });
  });
});
