import type { Tx } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { PARCEL_CODE_LETTERS, readCode } from './codes.ts';
import { type LockedOrder, lockOrder } from './lock-order.ts';
import { hasPart, isBuyer, isOperator, type ParcelParties, type ParcelRole } from './order-access.ts';
import type { Parcel } from './parcel.ts';

/** Locks an order of the caller's own, by its public id. Refuses NOT_FOUND: not there and not yours look the same. */
export async function lockOwnOrder(tx: Tx, orderId: string): Promise<LockedOrder> {
  const key = keyOf('Order', orderId);
  const [row] = key
    ? await tx.execute<{ buyerKey: string }[]>('select buyer_id as "buyerKey" from orders where id = ?', [key])
    : [];
  if (!key || !row || !isBuyer(tx.context, row)) refuse('NOT_FOUND', ['orderId']);
  return (await lockOrder(tx, key))!;
}

/** A parcel of a locked order. */
export interface LockedParcel {
  readonly locked: LockedOrder;
  readonly parcel: Parcel;
}

interface FoundParcel extends ParcelParties {
  readonly key: string;
  readonly orderKey: string;
}

const FIND = `select id as key, order_id as "orderKey", buyer_id as "buyerKey", seller_id as "sellerKey",
  pickup_point_id as "pickupPointKey" from parcel`;

/** Locks the order of a parcel, by the parcel's public id, for a caller who has this part in it. Refuses NOT_FOUND to others. */
export async function lockParcel(tx: Tx, parcelId: string, as: ParcelRole): Promise<LockedParcel> {
  const key = keyOf('Parcel', parcelId);
  const [found] = key ? await tx.execute<FoundParcel[]>(`${FIND} where id = ?`, [key]) : [];
  if (!found || !hasPart(tx.context, found, as)) refuse('NOT_FOUND', ['parcelId']);
  return lockFound(tx, found);
}

/** Locks the order of a parcel, by the code on its slip, for an operator of the point that it goes to. Refuses NOT_FOUND to others. */
export async function lockParcelAtPoint(tx: Tx, pointId: string, parcelCode: string): Promise<LockedParcel> {
  const pointKey = keyOf('PickupPoint', pointId);
  if (!pointKey || !isOperator(tx.context, { pickupPointKey: pointKey })) refuse('NOT_FOUND', ['pointId']);
  const code = readCode(parcelCode, PARCEL_CODE_LETTERS, 'PK');
  const [found] = code
    ? await tx.execute<FoundParcel[]>(`${FIND} where code = ? and pickup_point_id = ?`, [`PK-${code}`, pointKey])
    : [];
  if (!found) refuse('NOT_FOUND', ['parcelCode']);
  return lockFound(tx, found);
}

async function lockFound(tx: Tx, found: FoundParcel): Promise<LockedParcel> {
  const locked = (await lockOrder(tx, found.orderKey))!;
  return { locked, parcel: locked.parcels.find(({ key }) => key === found.key)! };
}
