import { LockMode } from '@mikro-orm/postgresql';
import { lockPayment, type Payment } from '../payments/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Order } from './order.ts';
import { Parcel } from './parcel.ts';

/** An order with everything of it that a move may touch, locked until the end of the transaction. */
export interface LockedOrder {
  readonly order: Order;
  readonly payment: Payment;
  /** In order of their keys. */
  readonly parcels: readonly Parcel[];
}

/** Locks an order, then its payment, then its parcels, and reads them as they are now; null for a key that is not there. */
export async function lockOrder(tx: Tx, orderKey: string): Promise<LockedOrder | null> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const order = await tx.findOne(Order, { key: orderKey }, lock);
  if (!order) return null;
  const payment = await lockPayment(tx, orderKey);
  if (!payment) throw new Error(`Order ${order.code} has no payment`);
  const parcels = await tx.find(Parcel, { orderKey }, { ...lock, orderBy: { key: 'asc' } });
  return { order, payment, parcels };
}

/** How payments lock what they are for, before they lock themselves. */
export async function lockOrderRow(tx: Tx, orderKey: string): Promise<void> {
  await tx.execute('select id from orders where id = ? for update', [orderKey]);
}
