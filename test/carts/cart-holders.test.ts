import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OtpChallenge, otpCodeOf } from '../../api/accounts/index.ts';
import { Cart } from '../../api/carts/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { newToken, tokenHash } from '../../api/platform/secrets.ts';
import { aPerson, aPhone } from '../support/makers/accounts.ts';
import { aProduct } from '../support/makers/catalog.ts';
import { warmConnections } from '../support/warm-connections.ts';
import { openWorld, type World } from '../support/world.ts';
import { aGuest, change, read, variantId } from './cart-requests.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('rule 7: a cart is its holder’s alone', () => {
  test('not yours, not there and not a cart look the same', async () => {
    const guest = await aGuest(world);
    const stranger = await aGuest(world);
    const buyer = await aPerson(world);
    for (const sender of [{}, stranger, buyer, { cartToken: newToken() }]) {
      expect(await read(world, sender, guest.id)).toBeNull();
      const node = await world.request('query N($id: ID!) { node(id: $id) { id } }', { id: guest.id }, sender);
      expect(node).toMatchObject({ data: { node: null }, errors: [] });
    }
    expect((await read(world, guest, guest.id))?.id).toBe(guest.id);
  });

  test('nobody else changes it, and the answer is the same as for one that is not there', async () => {
    const owner = await aPerson(world);
    const product = await aProduct(world);
    const { cart } = await change(world, 'setCartLine', { variantId: variantId(product), quantity: 1 }, owner);
    const stranger = await aPerson(world);
    const attempts: [string, object][] = [
      ['setCartLine', { cartId: cart?.id, variantId: variantId(product), quantity: 3 }],
      ['removeCartLine', { lineId: cart?.lines[0]?.id }],
      ['setCartSelection', { cartId: cart?.id, lineIds: [], selected: false }],
    ];
    for (const sender of [{}, stranger, await aGuest(world)]) {
      for (const [name, input] of attempts) {
        expect((await change(world, name, input, sender)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      }
    }
    expect((await read(world, owner))?.lines).toMatchObject([{ quantity: 1 }]);
  });

  test('the hash that is stored is not a secret that opens the cart', async () => {
    const guest = await aGuest(world);
    expect(await read(world, { cartToken: tokenHash(guest.cartToken) })).toBeNull();
    expect(await read(world, { cartToken: guest.cartToken.slice(0, 42) })).toBeNull();
  });

  test('a line is shown by `node` to its holder only', async () => {
    const guest = await aGuest(world);
    const { cart } = await change(
      world,
      'setCartLine',
      { variantId: variantId(await aProduct(world)), quantity: 1 },
      guest,
    );
    const lineOf = async (sender: object) =>
      (
        await world.request<{ node: unknown }>(
          'query N($id: ID!) { node(id: $id) { id } }',
          { id: cart?.lines[0]?.id },
          sender,
        )
      ).data.node;
    expect(await lineOf(guest)).not.toBeNull();
    expect(await lineOf(await aPerson(world))).toBeNull();
  });
});

describe('signing in', () => {
  const VERIFY = `mutation V($input: VerifyOtpInput!) {
    verifyOtp(input: $input) { accessToken cart { id itemCount lines { quantity variant { id } } notices { code message } } userErrors { message } }
  }`;
  interface Verified {
    verifyOtp: {
      accessToken: string;
      cart: {
        id: string;
        itemCount: number;
        lines: { quantity: number; variant: { id: string } }[];
        notices: { code: string; message: string }[];
      } | null;
    };
  }

  async function signIn(phone: string, cartToken?: string): Promise<Verified['verifyOtp']> {
    await world.request('mutation R($input: RequestOtpInput!) { requestOtp(input: $input) { sentTo } }', {
      input: { phone },
    });
    const ctx = world.context();
    const challenge = await ctx.em.fork().findOneOrFail(OtpChallenge, { phone }, { orderBy: { key: 'desc' } });
    const input = { phone, code: otpCodeOf(ctx, challenge.key), consent: true };
    const { data, errors } = await world.request<Verified>(VERIFY, { input }, cartToken ? { cartToken } : {});
    if (!data?.verifyOtp.accessToken) throw new Error(JSON.stringify({ data, errors }));
    return data.verifyOtp;
  }

  test('the guest’s cart becomes the account’s', async () => {
    const guest = await aGuest(world);
    const product = await aProduct(world);
    await change(world, 'setCartLine', { variantId: variantId(product), quantity: 3 }, guest);
    const { cart, accessToken } = await signIn(aPhone(), guest.cartToken);
    expect(cart).toMatchObject({ itemCount: 3, notices: [] });
    expect(await read(world, { token: accessToken })).toMatchObject({ id: cart?.id, itemCount: 3 });
  });

  test('token theft: the guest’s secret opens nothing any more', async () => {
    const guest = await aGuest(world);
    await change(world, 'setCartLine', { variantId: variantId(await aProduct(world)), quantity: 1 }, guest);
    const { cart } = await signIn(aPhone(), guest.cartToken);
    expect(await read(world, { cartToken: guest.cartToken })).toBeNull();
    expect(await read(world, { cartToken: guest.cartToken }, cart?.id)).toBeNull();
    expect(
      await world
        .context()
        .em.fork()
        .count(Cart, { tokenHash: tokenHash(guest.cartToken) }),
    ).toBe(0);
  });

  test('two carts merge: the larger quantity, cut to the stock, with notices', async () => {
    const phone = aPhone();
    const first = await signIn(phone);
    const [both, cut, own] = [
      await aProduct(world),
      await aProduct(world, { variants: [{ stock: 6 }] }),
      await aProduct(world),
    ];
    const set = (product: typeof both, quantity: number, sender: object) =>
      change(world, 'setCartLine', { variantId: variantId(product), quantity }, sender);
    await set(both, 4, { token: first.accessToken });
    await set(own, 1, { token: first.accessToken });
    const guest = await aGuest(world);
    await set(both, 2, guest);
    await set(cut, 6, guest);
    await world
      .context()
      .em.fork()
      .execute('update stock set on_hand = 5 where variant_id = ?', [cut.variants[0]?.key]);
    const { cart } = await signIn(phone, guest.cartToken);
    const quantities = Object.fromEntries((cart?.lines ?? []).map((line) => [line.variant.id, line.quantity]));
    expect(quantities).toEqual({ [variantId(both)]: 4, [variantId(own)]: 1, [variantId(cut)]: 5 });
    expect(cart?.notices.map(({ code }) => code)).toEqual(['MERGED', 'QUANTITY_CUT']);
  });

  test('signing in twice at once with the same guest cart puts each line in once', async () => {
    const guest = await aGuest(world);
    const product = await aProduct(world);
    await change(world, 'setCartLine', { variantId: variantId(product), quantity: 3 }, guest);
    const buyer = await aPerson(world);
    const { mergeInto } = await import('../../api/carts/merge-carts.ts');
    const { inTransaction } = await import('../../api/platform/database/transaction.ts');
    const own = await change(world, 'createCart', { idempotencyKey: 'merge-at-once' }, buyer);
    const keys = [own.cart?.id, guest.id].map((id) =>
      Buffer.from(id ?? '', 'base64url')
        .toString()
        .slice('Cart:'.length),
    );
    await warmConnections(world);
    await Promise.all(
      Array.from({ length: 8 }, () =>
        inTransaction(world.context(buyer.actor), (tx) => mergeInto(tx, keys[0]!, keys[1]!)),
      ),
    );
    expect((await read(world, buyer))?.lines).toMatchObject([{ quantity: 3 }]);
    expect(globalId('Cart', keys[0]!)).toBe(own.cart?.id);
  });
});
