import { LockMode } from '@mikro-orm/core';
import { recordAudit } from '../accounts/index.ts';
import type { Place } from '../geography/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { newKey } from '../platform/keys.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { PickupPointKind } from './pickup-point-kind.ts';
import {
  pointAddress,
  pointCapacity,
  pointHoldingDays,
  pointHours,
  pointName,
  pointPlace,
  pointSlug,
} from './point-particulars.ts';
import { StoredPickupPoint } from './stored-pickup-point.ts';

/** A point as a curator describes it. */
export interface PointParticulars {
  /** Says which point: the same slug changes it. */
  readonly slug: string;
  readonly kind: PickupPointKind;
  readonly name: string;
  readonly address: string;
  readonly kelurahanId: string;
  readonly location: Place;
  readonly hours: readonly OpeningHours[];
  readonly roomCapacity: number;
  readonly holdingDays: number;
  readonly isActive: boolean;
}

/** Makes a point, or changes the one with this slug; goes into the audit log. Gives its key. Refuses what is wrong with the particulars. */
export function upsertPickupPoint(ctx: Context, input: PointParticulars): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const slug = pointSlug(input.slug);
    const now = ctx.clock.now();
    // Of two curators with one new slug the second waits here, and then changes what the first made.
    await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`pickup_point:${slug}`]);
    const known = await tx.findOne(StoredPickupPoint, { slug }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const particulars = {
      kind: input.kind,
      name: pointName(input.name),
      address: pointAddress(input.address),
      ...(await pointPlace(tx, input.kelurahanId, input.location)),
      hours: pointHours(input.hours),
      roomCapacity: pointCapacity(input.roomCapacity, known?.roomTaken ?? 0),
      holdingDays: pointHoldingDays(input.holdingDays),
      isActive: input.isActive,
      updatedAt: now,
    };
    const point = known
      ? Object.assign(known, particulars)
      : tx.create(StoredPickupPoint, { key: newKey(), slug, createdAt: now, ...particulars });
    await tx.flush();
    recordAudit(tx, 'upsertPickupPoint', { pickupPointKey: point.key }, null);
    await appendEvent(tx, 'PickupPointChanged', { pickupPointKey: point.key });
    return point.key;
  });
}
