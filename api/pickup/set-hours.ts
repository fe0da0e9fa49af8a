import { LockMode } from '@mikro-orm/core';
import { recordAudit } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { refuse } from '../platform/refusal.ts';
import type { OpeningHours } from './opening-hours.ts';
import { pointHours } from './point-particulars.ts';
import { ownPointKey } from './point-rules.ts';
import { StoredPickupPoint } from './stored-pickup-point.ts';

/** Sets the weekly hours of a point that the caller works at, or of any as a curator. Gives its key. Refuses NOT_FOUND, HOURS_INVALID. */
export function setPointHours(
  ctx: Context,
  { pickupPointId, hours }: { readonly pickupPointId: string; readonly hours: readonly OpeningHours[] },
): Promise<string> {
  const key = ownPointKey(ctx, pickupPointId, ['pickupPointId']);
  return inTransaction(ctx, async (tx) => {
    const point = await tx.findOne(StoredPickupPoint, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!point) refuse('NOT_FOUND', ['pickupPointId']);
    point.hours = pointHours(hours);
    point.updatedAt = ctx.clock.now();
    recordAudit(tx, 'setPointHours', { pickupPointKey: key }, null);
    await appendEvent(tx, 'PickupPointChanged', { pickupPointKey: key });
    return key;
  });
}
