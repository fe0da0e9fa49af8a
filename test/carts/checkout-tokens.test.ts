import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newToken } from '../../api/platform/secrets.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aProduct } from '../support/makers/catalog.ts';
import { warmConnections } from '../support/warm-connections.ts';
import { openWorld, type World } from '../support/world.ts';
import { aGuest, change, read, variantId } from './cart-requests.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function aFullGuest() {
  const guest = await aGuest(world);
  await change(world, 'setCartLine', { variantId: variantId(await aProduct(world)), quantity: 2 }, guest);
  return guest;
}

async function tokenFor(guest: { cartToken: string; id: string }): Promise<string> {
  const { data } = await world.request<{ createCheckoutToken: { url: string | null } }>(
    'mutation T($input: CreateCheckoutTokenInput!) { createCheckoutToken(input: $input) { url userErrors { message } } }',
    { input: { cartId: guest.id } },
    guest,
  );
  const { url } = data.createCheckoutToken;
  if (!url) throw new Error('no url');
  return new URL(url).hash.slice(1);
}

const redeem = (token: string, sender: object = {}) => change(world, 'redeemCheckoutToken', { token }, sender);

describe('from a widget to our checkout', () => {
  test('the lines move into a cart that the host page cannot see', async () => {
    const guest = await aFullGuest();
    const { cart, cartToken } = await redeem(await tokenFor(guest));
    expect(cart).toMatchObject({ itemCount: 2 });
    expect(cartToken).not.toBe(guest.cartToken);
    expect(await read(world, { cartToken: cartToken! })).toMatchObject({ id: cart?.id, itemCount: 2 });
    expect(await read(world, guest)).toBeNull();
    expect(await read(world, guest, cart?.id)).toBeNull();
  });

  test('twenty redemptions at once: one gets the cart', async () => {
    const token = await tokenFor(await aFullGuest());
    await warmConnections(world);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => redeem(token)));
    expect(outcomes.filter(({ cart }) => cart !== null)).toHaveLength(1);
    expect(outcomes.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
      Array(19).fill('TOKEN_INVALID'),
    );
  });

  test('too old, unknown, or nonsense is refused', async () => {
    const guest = await aFullGuest();
    const token = await tokenFor(guest);
    await world.advance(10 * 60);
    for (const wrong of [token, newToken(), '', 'x'.repeat(5_000)]) {
      expect((await redeem(wrong)).userErrors).toMatchObject([{ code: 'TOKEN_INVALID' }]);
    }
    expect(await read(world, guest)).toMatchObject({ itemCount: 2 });
  });

  test('what was already in the cart of our pages stays beside it', async () => {
    const page = await aFullGuest();
    const widget = await aFullGuest();
    const { cart, cartToken } = await redeem(await tokenFor(widget), page);
    expect(cartToken).toBeNull();
    expect(cart).toMatchObject({ id: page.id, itemCount: 4 });
  });

  test('someone signed in gets it into their own cart', async () => {
    const buyer = await aPerson(world);
    const { cart } = await redeem(await tokenFor(await aFullGuest()), buyer);
    expect(await read(world, buyer)).toMatchObject({ id: cart?.id, itemCount: 2 });
  });

  test('token theft: an account’s cart is not handed to somebody else by a token', async () => {
    const buyer = await aPerson(world);
    const { cart } = await change(
      world,
      'setCartLine',
      { variantId: variantId(await aProduct(world)), quantity: 1 },
      buyer,
    );
    const { data } = await world.request<{ createCheckoutToken: { url: string } }>(
      'mutation T($input: CreateCheckoutTokenInput!) { createCheckoutToken(input: $input) { url } }',
      { input: { cartId: cart?.id } },
      buyer,
    );
    const token = new URL(data.createCheckoutToken.url).hash.slice(1);
    for (const thief of [{}, await aPerson(world)]) {
      expect((await redeem(token, thief)).userErrors).toMatchObject([{ code: 'TOKEN_INVALID' }]);
    }
    expect((await redeem(token, buyer)).cart).toMatchObject({ id: cart?.id });
    expect((await redeem(token, buyer)).userErrors).toMatchObject([{ code: 'TOKEN_INVALID' }]);
  });

  test('an empty cart, and one of somebody else, get no token', async () => {
    const ask = async (cartId: string, sender: object) =>
      (
        await world.request<{ createCheckoutToken: { userErrors: { code: string }[] } }>(
          'mutation T($input: CreateCheckoutTokenInput!) { createCheckoutToken(input: $input) { userErrors { ... on CreateCheckoutTokenUserError { code } } } }',
          { input: { cartId } },
          sender,
        )
      ).data.createCheckoutToken.userErrors[0]?.code;
    const [empty, full] = [await aGuest(world), await aFullGuest()];
    expect(await ask(empty.id, empty)).toBe('CART_EMPTY');
    expect(await ask(full.id, empty)).toBe('NOT_FOUND');
  });

  test('no token is stored as it is', async () => {
    const token = await tokenFor(await aFullGuest());
    const rows = await world.context().read.rows('select row_to_json(t)::text as row from checkout_token t');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(world.logged()).not.toContain(token);
  });
});
