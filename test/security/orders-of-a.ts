import { createHash } from 'node:crypto';
import { applyVoucher } from '../../api/carts/vouchers/apply-voucher.ts';
import { Upload, UploadStatus } from '../../api/catalog/upload.ts';
import { acceptParcel, markParcelPacked } from '../../api/orders/answer-parcel.ts';
import { collectParcel } from '../../api/orders/collect-parcel.ts';
import { receiveParcel } from '../../api/orders/counter.ts';
import { answerDispute, passOnDispute } from '../../api/orders/disputes/answer-dispute.ts';
import { decideDispute } from '../../api/orders/disputes/decide-dispute.ts';
import { type Complaint, openDispute } from '../../api/orders/disputes/open-dispute.ts';
import { type Order, Parcel, pinOf } from '../../api/orders/index.ts';
import { linesOfParcel } from '../../api/orders/order-queries.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { Payment, type PaymentMethod, refreshPayment } from '../../api/payments/index.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { newToken } from '../../api/platform/secrets.ts';
import type { Person } from '../support/makers/accounts.ts';
import { aFullCart, orderOf } from '../support/makers/orders.ts';
import { aVoucher } from '../support/makers/vouchers.ts';
import type { Stage } from './stage.ts';

/** Where the operator put it; nobody else needs to know. */
export const SHELF = 'RAK-TERKUNCI-1791';

/** An order with its one parcel. */
export interface OrderOfA {
  readonly order: Order;
  readonly parcel: Parcel;
}

/** How far a parcel has come on its way. */
export type Stop = 'WAITING' | 'ACCEPTED' | 'PACKED' | 'AT_POINT';
const WAY: readonly Stop[] = ['WAITING', 'ACCEPTED', 'PACKED', 'AT_POINT'];

/** An order that buyer A has just placed at shop A for point A: one parcel, with one thing in it. */
export async function anOrderOfA(stage: Stage, method: PaymentMethod = 'CASH'): Promise<OrderOfA> {
  return placedByA(stage, await aFullCart(stage.world, stage.market, stage.people.buyerA), method);
}

/** The same in cash, with a voucher of the city that takes Rp1.000 off. */
export async function anOrderOfAWithVoucher(stage: Stage): Promise<OrderOfA> {
  const { world, people, market } = stage;
  const { cartId, total } = await aFullCart(world, market, people.buyerA);
  await applyVoucher(world.context(people.buyerA.actor), cartId, (await aVoucher(world)).code);
  return placedByA(stage, { cartId, total: total - 1_000 }, 'CASH');
}

async function placedByA(
  { world, people }: Stage,
  cart: { cartId: string; total: number },
  method: PaymentMethod,
): Promise<OrderOfA> {
  const order = await placeOrder(world.context(people.buyerA.actor), orderOf({ ...people.buyerA, ...cart }, method));
  return { order, parcel: await world.context().em.fork().findOneOrFail(Parcel, { orderKey: order.key }) };
}

/** A cash order of A whose parcel has come so far. */
export async function aParcelOfA(stage: Stage, stop: Stop = 'WAITING'): Promise<OrderOfA> {
  const placed = await anOrderOfA(stage);
  await bring(stage, placed.parcel, stop);
  return placed;
}

/** Moves a waiting parcel of A along. */
export async function bring({ world, people, market }: Stage, parcel: Parcel, stop: Stop): Promise<void> {
  const seller = world.context(people.sellerA.actor);
  const steps = WAY.indexOf(stop);
  if (steps >= 1) await acceptParcel(seller, parcel.id);
  if (steps >= 2) await markParcelPacked(seller, parcel.id);
  if (steps < 3) return;
  const at = { pointId: market.pointId, parcelCode: parcel.code, shelf: SHELF };
  await receiveParcel(world.context(people.operatorA.actor), at);
}

/** A cash order that buyer A has collected. */
export async function aCollectedOfA(stage: Stage): Promise<OrderOfA> {
  const placed = await aParcelOfA(stage, 'AT_POINT');
  const { world, people, market } = stage;
  const { collectCode, total } = placed.order;
  const codes = { pointId: market.pointId, collectCode, pin: pinOf(world.context(), placed.order), cashTaken: total };
  await collectParcel(world.context(people.operatorA.actor), codes);
  return placed;
}

/** What buyer A complains about in a parcel: its one line. */
export async function aComplaintOfA({ world }: Stage, { parcel }: OrderOfA, text = 'Berjamur'): Promise<Complaint> {
  const [line] = await linesOfParcel(world.context(), parcel.key);
  const lines = [{ lineId: line!.id, quantity: 1 }];
  const said = { reason: 'SPOILED', wish: 'ALL_BACK', text, photoUploadIds: [] } as const;
  return { parcelId: parcel.id, lines, ...said, idempotencyKey: newToken() };
}

/** A collected order about which buyer A has complained. */
export async function aDisputeOfA(stage: Stage, text = 'Berjamur'): Promise<OrderOfA & { readonly disputeId: string }> {
  const placed = await aCollectedOfA(stage);
  const buyer = stage.world.context(stage.people.buyerA.actor);
  const { id: disputeId } = await openDispute(buyer, await aComplaintOfA(stage, placed, text));
  return { ...placed, disputeId };
}

/** The same, with an offer of the seller. */
export async function anOfferToA(stage: Stage): Promise<string> {
  const { disputeId } = await aDisputeOfA(stage);
  const offer = { disputeId, answer: 'OFFER', amount: 1_000, text: '', photoUploadIds: [] } as const;
  await answerDispute(stage.world.context(stage.people.sellerA.actor), offer);
  return disputeId;
}

/** The same, passed on to a curator. */
export async function aCaseOfA(stage: Stage): Promise<string> {
  const disputeId = await anOfferToA(stage);
  await passOnDispute(stage.world.context(stage.people.buyerA.actor), disputeId);
  return disputeId;
}

/** The same, decided. */
export async function aDecisionOfA(stage: Stage): Promise<string> {
  const disputeId = await aCaseOfA(stage);
  const decision = { disputeId, outcome: 'WHOLE', amount: null, borneBy: null, reason: 'Fotonya jelas' } as const;
  await decideDispute(stage.world.context(stage.people.curator.actor), decision);
  return disputeId;
}

/** Buyer A pays an order, and we hear of it. */
export async function payOrder({ world }: Stage, { code, key }: Order): Promise<void> {
  const payment = await world.context().em.fork().findOneOrFail(Payment, { reference: key });
  await refreshPayment(world.context(), payment.key); // charges it
  const paid = await fetch(`${world.midtrans.url}/__sim/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: `${code}-a1` }),
  });
  if (!paid.ok) throw new Error(await paid.text());
  await refreshPayment(world.context(), payment.key);
}

/** A picture that somebody has sent up, ready to be used. */
export async function anUpload({ world }: Pick<Stage, 'world'>, { account }: Person): Promise<string> {
  const now = world.context().clock.now();
  const idempotencyKey = newToken();
  const upload = await inTransaction(world.context(), async (tx) =>
    tx.create(Upload, {
      accountKey: account.key,
      idempotencyKey,
      status: UploadStatus.READY,
      maxBytes: 10_000_000,
      expiresAt: new Date(now.getTime() + 3_600_000),
      createdAt: now,
      hash: createHash('sha256').update(idempotencyKey).digest('hex'),
      width: 800,
      height: 600,
    }),
  );
  return upload.id;
}
