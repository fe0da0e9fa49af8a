import { randomUUID } from 'node:crypto';
import { Device } from '../../api/accounts/device.ts';
import { openTask, Task } from '../../api/accounts/index.ts';
import { StoredCartLine } from '../../api/carts/stored-cart-line.ts';
import { StoredPhoto } from '../../api/catalog/index.ts';
import { createWidget } from '../../api/communities/change-widget.ts';
import { registerCommunity } from '../../api/communities/register-community.ts';
import { WidgetTheme } from '../../api/communities/widget.ts';
import { acceptParcel, markParcelPacked } from '../../api/orders/answer-parcel.ts';
import { collectParcel } from '../../api/orders/collect-parcel.ts';
import { receiveParcel } from '../../api/orders/counter.ts';
import { answerDispute, passOnDispute } from '../../api/orders/disputes/answer-dispute.ts';
import { openDispute } from '../../api/orders/disputes/open-dispute.ts';
import { type Order, type Parcel, pinOf } from '../../api/orders/index.ts';
import { linesOfParcel } from '../../api/orders/order-queries.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId, keyOf } from '../../api/platform/keys.ts';
import { tokenHash } from '../../api/platform/secrets.ts';
import { forceStatus } from '../orders/journeys.ts';
import { parcelsOf } from '../orders/read-back.ts';
import type { Maker, Person } from '../support/makers/accounts.ts';
import { aFullCart, aMarket, type Market, orderOf } from '../support/makers/orders.ts';
import type { World } from '../support/world.ts';

/** A widget of a new community of this person. */
export async function aWidgetOf(
  world: Maker,
  { actor }: Person,
): Promise<{ communityId: string; widgetId: string; publishableKey: string }> {
  const ctx = world.context(actor);
  const site = { name: 'RW 07 Kukusan', siteUrl: 'https://rw07.contoh.example', kecamatan: null };
  const community = await registerCommunity(ctx, { ...site, idempotencyKey: randomUUID() });
  const looks = { title: 'Dari tetangga', theme: WidgetTheme.AUTO, allowedOrigins: ['https://rw07.contoh.example'] };
  const scope = { kecamatan: null, category: null, sellers: [] };
  const widget = await createWidget(ctx, community.id, randomUUID(), { ...looks, ...scope });
  return { communityId: community.id, widgetId: widget.id, publishableKey: widget.publishableKey };
}

/** Public id of the first photo of a product. */
export async function aPhoto(world: Maker, productKey: string): Promise<string> {
  const photo = await world.context().em.fork().findOneOrFail(StoredPhoto, { productKey });
  return globalId('Photo', photo.key);
}

/** Public id of a second device of a person. */
export function anotherDevice(world: Maker, { account }: Person): Promise<string> {
  const ctx = world.context();
  const now = ctx.clock.now();
  return inTransaction(ctx, async (tx) => {
    const times = { createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 86_400_000) };
    const device = tx.create(Device, {
      accountKey: account.key,
      tokenHash: tokenHash(randomUUID()),
      label: 'HP',
      ...times,
    });
    await tx.flush();
    return device.id;
  });
}

/** Public id of an open task of the curators. */
export async function aTask(world: Maker): Promise<string> {
  const once = randomUUID();
  await inTransaction(world.context(), (tx) =>
    openTask(tx, {
      kind: 'MESSAGE_FAILED',
      title: 'Pesan gagal',
      detail: 'Hubungi lewat jalan lain',
      subject: {},
      once,
    }),
  );
  return (await world.context().em.fork().findOneOrFail(Task, { once })).id;
}

/** Public id of a line of a cart. */
export async function aLine(world: Maker, cartId: string): Promise<string> {
  const line = await world
    .context()
    .em.fork()
    .findOneOrFail(StoredCartLine, { cartKey: keyOf('Cart', cartId)! });
  return globalId('CartLine', line.key);
}

type Ready = 'HELD' | 'WAITING' | 'ACCEPTED' | 'PACKED' | 'AT_POINT' | 'UNCOLLECTED' | 'COLLECTED';

/** Orders of a person who is buyer, seller and operator in one; each with a parcel in the status asked for, made when asked. */
export function parcelsInEveryStatus(
  world: World,
  market: Market,
  person: Person,
): (status: Ready) => Promise<{ order: Order; parcel: Parcel }> {
  const made = new Map<Ready, Promise<{ order: Order; parcel: Parcel }>>();
  return (status) => {
    const known = made.get(status) ?? aParcelIn(status, world, market, person);
    made.set(status, known);
    return known;
  };
}

const STEPS: readonly Ready[] = ['WAITING', 'ACCEPTED', 'PACKED', 'AT_POINT', 'UNCOLLECTED', 'COLLECTED'];

async function aParcelIn(
  status: Ready,
  world: World,
  market: Market,
  person: Person,
): Promise<{ order: Order; parcel: Parcel }> {
  const cart = await aFullCart(world, market, person);
  const ctx = () => world.context(person.actor);
  const order = await placeOrder(ctx(), orderOf({ ...person, ...cart }, status === 'HELD' ? 'QRIS' : 'CASH'));
  const [parcel] = await parcelsOf(world, market, order);
  const { key, code } = parcel!;
  const id = globalId('Parcel', key);
  const steps = STEPS.indexOf(status);
  if (steps >= 1) await acceptParcel(ctx(), id);
  if (steps >= 2) await markParcelPacked(ctx(), id);
  if (steps >= 3) await receiveParcel(ctx(), { pointId: market.pointId, parcelCode: code, shelf: null });
  if (status === 'COLLECTED') await collect(world, market, person, order);
  else if (steps >= 4) await forceStatus(world, [key], 'UNCOLLECTED');
  await aFullCart(world, market, person);
  return { order, parcel: parcel! };
}

async function collect(world: World, market: Market, { actor }: Person, order: Order): Promise<void> {
  const { collectCode, total } = order;
  const pin = pinOf(world.context(), order);
  await collectParcel(world.context(actor), { pointId: market.pointId, collectCode, pin, cashTaken: total });
}

/** A line that a person collected from somebody else's shop, whom they may therefore review. */
export async function aLineOfOthers(world: World, person: Person): Promise<string> {
  const market = await aMarket(world, { shops: 1 });
  const order = await placeOrder(
    world.context(person.actor),
    orderOf({ ...person, ...(await aFullCart(world, market, person)) }, 'CASH'),
  );
  const [parcel] = await parcelsOf(world, market, order);
  await forceStatus(world, [parcel!.key], 'COLLECTED');
  const [line] = await linesOfParcel(world.context(), parcel!.key);
  return line!.id;
}

/** How far the complaint about a collected parcel has come. */
type Complained = 'PLAIN' | 'OPEN' | 'OFFERED' | 'ESCALATED';

/** Collected parcels of a person who is buyer and seller in one, one for each way a complaint may stand, made when asked. */
export function collectedOrders(
  world: World,
  market: Market,
  person: Person,
): (how: Complained) => Promise<{ parcelId: string; lineId: string; disputeId: string }> {
  const made = new Map<Complained, Promise<{ parcelId: string; lineId: string; disputeId: string }>>();
  return (how) => {
    const known = made.get(how) ?? aCollectedParcel(how, world, market, person);
    made.set(how, known);
    return known;
  };
}

async function aCollectedParcel(
  how: Complained,
  world: World,
  market: Market,
  person: Person,
): Promise<{ parcelId: string; lineId: string; disputeId: string }> {
  const { parcel } = await aParcelIn('COLLECTED', world, market, person);
  const ctx = () => world.context(person.actor);
  const [line] = await linesOfParcel(ctx(), parcel.key);
  const made = { parcelId: parcel.id, lineId: line!.id };
  if (how === 'PLAIN') return { ...made, disputeId: '' };
  const lines = [{ lineId: line!.id, quantity: 1 }];
  const said = { reason: 'OTHER', wish: 'ALL_BACK', text: 'Basi', photoUploadIds: [] } as const;
  const { id: disputeId } = await openDispute(ctx(), { ...made, lines, ...said, idempotencyKey: randomUUID() });
  const offer = { disputeId, answer: 'OFFER', amount: 1_000, text: '', photoUploadIds: [] } as const;
  if (how !== 'OPEN') await answerDispute(ctx(), offer);
  if (how === 'ESCALATED') await passOnDispute(ctx(), disputeId);
  return { ...made, disputeId };
}
