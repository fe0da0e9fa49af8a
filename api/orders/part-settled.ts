import { postPaid } from '../ledger/index.ts';
import { sendBack } from '../payments/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { DomainEvent } from '../platform/jobs/events.ts';
import { appendEvents } from '../platform/jobs/events.ts';
import { finishOrder } from './finish-order.ts';
import { lockOrder } from './lock-order.ts';
import { parcelSubject } from './move-parcels.ts';
import { isDue, saleOf, settleSales, sumOf } from './parcel-effects.ts';

/**
 * QRIS at a counter has brought money for parcels of a cash order. Those that still wait for it are paid: their sale is settled, and the ledger
 * has the money with the provider, not with the point. What was paid in cash meanwhile, or has ended, is not paid twice: it goes back.
 */
export async function partSettled(tx: Tx, event: DomainEvent): Promise<void> {
  const locked = await lockOrder(tx, event.subject.reference ?? '');
  if (!locked) return;
  const { order, payment, parcels } = locked;
  const charged = new Set(event.facts.items as readonly string[]);
  const attemptKey = event.subject.attemptKey ?? '';
  const paid = parcels.filter((parcel) => charged.has(parcel.key) && isDue(parcel));
  const rest = Number(event.facts.amount) - sumOf(paid);
  if (paid.length > 0) {
    await settleSales(tx, paid);
    for (const parcel of paid) parcel.isPaidByQris = true;
    await postPaid(
      tx,
      attemptKey,
      paid.map((parcel) => saleOf(order, parcel)),
    );
    await appendEvents(
      tx,
      paid.map((parcel) => ({ name: 'ParcelPaidAtPoint', subject: parcelSubject(parcel), facts: { by: 'QRIS' } })),
    );
  }
  if (rest > 0) await sendBack(tx, payment.key, attemptKey, rest);
  await finishOrder(tx, locked);
}
