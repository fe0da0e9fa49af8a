import { Device } from '../../api/accounts/device.ts';
import { OtpChallenge, otpCodeOf } from '../../api/accounts/index.ts';
import { createCheckoutToken } from '../../api/carts/checkout-tokens.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import { newToken, tokenHash } from '../../api/platform/secrets.ts';
import { aFullCart, orderOf } from '../support/makers/orders.ts';
import { aVoucher } from '../support/makers/vouchers.ts';
import { type Act, differing, type Scene } from './acts.ts';
import { type ActorName, BUYER_A, EVERYONE, NOBODY, only, SIGNED_IN, VISITORS } from './cast.ts';
import { anOrderOfA, aParcelOfA } from './orders-of-a.ts';
import { noOrder, noSuch } from './queries.ts';

const GUEST = only('guestA');
const ORDER = 'order { id code total payment { instructions { vaNumber } } collection { pin } parcels { code } }';
const CART = 'cart { id lines { id quantity product { title } } }';
const CART_AND_TOKEN = `${CART} cartToken`;
let times = 0;
function key(): string {
  times += 1;
  return `key-of-an-act-${times}`;
}
function aStrangersPhone(): string {
  times += 1;
  return `+62818180${String(times).padStart(5, '0')}`;
}

const lineOfA = ({ stage }: Scene): { variantId: string; quantity: number } => ({
  variantId: globalId('Variant', stage.goodsA.variantKey),
  quantity: 3,
});

/** Mutations of people who buy. */
export const ACTS_OF_BUYERS: readonly Act[] = [
  {
    name: 'requestOtp',
    open: EVERYONE,
    may: EVERYONE,
    input: () => ({ phone: aStrangersPhone() }),
    gives: 'sentTo resendAfterSeconds expiresInSeconds',
  },
  {
    name: 'verifyOtp',
    open: EVERYONE,
    may: NOBODY,
    refusal: 'CODE_EXPIRED',
    input: ({ stage }) => ({ phone: stage.people.buyerA.account.phone, code: '000000', consent: true }),
    gives: 'accessToken viewer { account { phone name } } cart { id }',
    twins: ({ stage }) => {
      const input = { phone: stage.people.buyerA.account.phone, code: '000000', consent: true };
      return [differing(input, 'phone', '+6281999990000')];
    },
  },
  {
    name: 'signOut',
    open: SIGNED_IN,
    may: BUYER_A,
    input: async (scene) => ({ deviceId: await anotherDevice(scene) }),
    gives: 'signedOut',
    twins: ({ things }) => [differing({ deviceId: things.ids.device }, 'deviceId', noSuch('Device'))],
  },
  {
    name: 'updateProfile',
    open: SIGNED_IN,
    may: SIGNED_IN,
    input: () => ({ locale: 'ID' }),
    gives: 'account { id phone name }',
  },
  {
    name: 'createCart',
    open: EVERYONE,
    may: EVERYONE,
    input: () => ({ idempotencyKey: key() }),
    gives: CART_AND_TOKEN,
  },
  {
    name: 'setCartLine',
    open: EVERYONE,
    may: BUYER_A,
    input: (scene) => ({ ...lineOfA(scene), cartId: scene.things.ids.cart }),
    gives: CART_AND_TOKEN,
    twins: (scene) => [
      differing({ ...lineOfA(scene), cartId: scene.things.ids.cart }, 'cartId', noSuch('Cart')),
      differing({ quantity: 1, variantId: scene.things.ids.draftVariant }, 'variantId', noSuch('Variant')),
    ],
  },
  {
    name: 'setCartLine',
    open: EVERYONE,
    may: GUEST,
    input: (scene) => ({ ...lineOfA(scene), cartId: scene.things.ids.guestCart }),
    gives: CART_AND_TOKEN,
  },
  {
    name: 'setCartSelection',
    open: EVERYONE,
    may: BUYER_A,
    input: ({ things: { ids } }) => ({ cartId: ids.cart, lineIds: [ids.cartLine], selected: true }),
    gives: CART,
    twins: ({ things: { ids } }) => {
      const input = { cartId: ids.cart, lineIds: [ids.cartLine], selected: false };
      const ofOwnCart = { lineIds: [ids.cartLine], selected: false };
      return [differing(input, 'cartId', noSuch('Cart')), differing(ofOwnCart, 'lineIds', [noSuch('CartLine')])];
    },
  },
  {
    name: 'setCartPickupPoint',
    open: EVERYONE,
    may: BUYER_A,
    input: ({ things: { ids } }) => ({ cartId: ids.cart, pickupPointId: ids.point }),
    gives: CART_AND_TOKEN,
    twins: ({ things: { ids } }) => [
      differing({ cartId: ids.cart, pickupPointId: ids.point }, 'cartId', noSuch('Cart')),
    ],
  },
  {
    name: 'orderAgain',
    open: SIGNED_IN,
    may: BUYER_A,
    input: ({ things: { waiting } }) => ({ orderCode: waiting.order.code }),
    gives: `${CART} missing { title quantity } addedCount`,
    twins: ({ things: { waiting } }) => [differing({ orderCode: waiting.order.code }, 'orderCode', noOrder())],
  },
  {
    name: 'applyVoucher',
    open: EVERYONE,
    may: BUYER_A,
    input: async ({ stage, things: { ids } }) => ({ cartId: ids.cart, code: (await aVoucher(stage.world)).code }),
    gives: CART,
    twins: async ({ stage, things: { ids } }) => {
      const { code } = await aVoucher(stage.world);
      return [differing({ cartId: ids.cart, code }, 'cartId', noSuch('Cart'))];
    },
  },
  {
    name: 'removeVoucher',
    open: EVERYONE,
    may: BUYER_A,
    input: ({ things: { ids } }) => ({ cartId: ids.cart }),
    gives: CART,
    twins: ({ things: { ids } }) => [differing({ cartId: ids.cart }, 'cartId', noSuch('Cart'))],
  },
  {
    name: 'createCheckoutToken',
    open: EVERYONE,
    may: BUYER_A,
    input: ({ things: { ids } }) => ({ cartId: ids.cart }),
    gives: 'url',
    twins: ({ things: { ids } }) => [differing({ cartId: ids.cart }, 'cartId', noSuch('Cart'))],
  },
  {
    name: 'redeemCheckoutToken',
    open: EVERYONE,
    may: BUYER_A,
    refusal: 'TOKEN_INVALID',
    input: async (scene) => ({ token: await aCheckoutToken(scene) }),
    gives: CART_AND_TOKEN,
    twins: async (scene) => [differing({ token: await aCheckoutToken(scene) }, 'token', newToken())],
  },
  {
    name: 'removeCartLine',
    open: EVERYONE,
    may: GUEST,
    input: ({ things: { ids } }) => ({ lineId: ids.guestLine }),
    gives: CART,
    twins: ({ things: { ids } }) => [
      differing({ lineId: ids.guestLine }, 'lineId', noSuch('CartLine')),
      differing({ lineId: ids.cartLine }, 'lineId', noSuch('CartLine')),
    ],
  },
  {
    name: 'placeOrder',
    open: SIGNED_IN,
    may: BUYER_A,
    input: (scene) => anOrderToPlace(scene),
    gives: ORDER,
    twins: async (scene) => [differing(await anOrderToPlace(scene), 'cartId', noSuch('Cart'))],
  },
  {
    name: 'cancelOrder',
    open: SIGNED_IN,
    may: BUYER_A,
    input: async ({ stage }) => ({ orderId: (await anOrderOfA(stage)).order.id }),
    gives: ORDER,
    twins: ({ things: { ids } }) => [differing({ orderId: ids.unpaidOrder }, 'orderId', noSuch('Order'))],
  },
  {
    name: 'cancelParcel',
    open: SIGNED_IN,
    may: BUYER_A,
    input: async ({ stage }) => ({ parcelId: (await aParcelOfA(stage)).parcel.id }),
    gives: 'parcel { id code order { code } }',
    twins: ({ things: { ids } }) => [differing({ parcelId: ids.parcel }, 'parcelId', noSuch('Parcel'))],
  },
  {
    name: 'changePaymentMethod',
    open: SIGNED_IN,
    may: BUYER_A,
    input: async ({ stage }) => aChange((await anOrderOfA(stage, 'VA_BNI')).order.id),
    gives: ORDER,
    twins: ({ things: { ids } }) => [differing(aChange(ids.unpaidOrder), 'orderId', noSuch('Order'))],
  },
  {
    name: 'unlockCollection',
    open: SIGNED_IN,
    may: BUYER_A,
    input: async (scene, as) => ({ orderId: scene.things.ids.order, otp: await anUnlockCode(scene, as) }),
    gives: ORDER,
    twins: async (scene, as) => {
      const input = { orderId: scene.things.ids.order, otp: await anUnlockCode(scene, as) };
      return [differing(input, 'orderId', noSuch('Order'))];
    },
  },
];

const aChange = (orderId: string): object => ({ orderId, paymentMethod: 'VA_BRI', idempotencyKey: key() });

async function anOrderToPlace({ stage: { world, market, people } }: Scene): Promise<object> {
  const cart = await aFullCart(world, market, people.buyerA);
  return orderOf({ ...people.buyerA, ...cart }, 'CASH');
}

async function anotherDevice({ stage: { world, people } }: Scene): Promise<string> {
  const { accountKey, createdAt, lastSeenAt, expiresAt } = await world
    .context()
    .em.findOneOrFail(Device, { accountKey: people.buyerA.account.key });
  const device = {
    accountKey,
    createdAt,
    lastSeenAt,
    expiresAt,
    label: 'Gawai kedua',
    tokenHash: tokenHash(newToken()),
  };
  return (await inTransaction(world.context(), async (tx) => tx.create(Device, device))).id;
}

async function aCheckoutToken({ stage, things }: Scene): Promise<string> {
  const { world, market, people } = stage;
  await aFullCart(world, market, people.buyerA);
  const url = await createCheckoutToken(world.context(people.buyerA.actor), things.ids.cart);
  return url.slice(url.indexOf('#') + 1);
}

/** A code sent to this very person, so that only the order is not theirs. */
async function anUnlockCode({ stage: { world, people } }: Scene, as: ActorName): Promise<string> {
  if (VISITORS.has(as)) return '000000';
  const phone = people[as as keyof typeof people].account.phone!;
  const now = world.context().clock.now();
  const expiresAt = new Date(now.getTime() + 300_000);
  const sent = { phone, phonePrefix: phone.slice(0, 9), purpose: 'UNLOCK_COLLECTION' as const, language: 'id' };
  const made = await inTransaction(world.context(), async (tx) => {
    await tx.nativeDelete(OtpChallenge, { phone });
    return tx.create(OtpChallenge, { ...sent, addressHash: null, createdAt: now, expiresAt } as never) as OtpChallenge;
  });
  return otpCodeOf(world.context(), made.key);
}
