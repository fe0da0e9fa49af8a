import { randomUUID } from 'node:crypto';
import { Upload, UploadStatus } from '../../../api/catalog/upload.ts';
import { Dispute } from '../../../api/orders/disputes/dispute.ts';
import { type Complaint, openDispute } from '../../../api/orders/disputes/open-dispute.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import type { Person } from '../../support/makers/accounts.ts';
import type { MarketWorld } from '../../support/market-world.ts';
import type { RefundStage } from '../refunds/refund-stage.ts';

/** A complaint about two of the three pieces of the first parcel: 21,333 were paid for them. */
export function aComplaint({ parcelId, lineId }: RefundStage, change: Partial<Complaint> = {}): Complaint {
  return {
    parcelId,
    reason: 'SPOILED',
    wish: 'ALL_BACK',
    lines: [{ lineId, quantity: 2 }],
    text: 'Dua bungkus sudah tengik.',
    photoUploadIds: [],
    idempotencyKey: randomUUID(),
    ...change,
  };
}

/** The buyer opens that dispute; gives its public id. */
export async function aDispute(world: MarketWorld, staged: RefundStage): Promise<string> {
  return (await openDispute(world.context(staged.buyer.actor), aComplaint(staged))).id;
}

/** The dispute about the first parcel of an order, as it is now. */
export function disputeNow(world: MarketWorld, { parcels }: RefundStage): Promise<Dispute> {
  return world.context().em.fork().findOneOrFail(Dispute, { parcelKey: parcels[0]!.key });
}

/** Public id of a picture that somebody has sent up. */
export async function aPicture(world: MarketWorld, { account }: Person, hash: string): Promise<string> {
  const now = world.context().clock.now();
  const upload = await inTransaction(world.context(), async (tx) =>
    tx.create(Upload, {
      accountKey: account.key,
      idempotencyKey: randomUUID(),
      status: UploadStatus.READY,
      maxBytes: 1_000,
      expiresAt: now,
      createdAt: now,
      hash,
      width: 800,
      height: 600,
    }),
  );
  return upload.id;
}

/** Names of the events about disputes of an order, the oldest first. */
export async function disputeEventsOf(world: MarketWorld, { order }: RefundStage): Promise<string[]> {
  const rows = await world
    .context()
    .read.rows<{ name: string }>(
      `select name from event where subject->>'orderKey' = $1 and name like 'Dispute%' order by at, id`,
      [order.key],
    );
  return rows.map(({ name }) => name);
}
