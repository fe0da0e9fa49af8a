import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { Device } from './device.ts';

/**
 * Signs out the device of the request, or another device of the same person; its token is worth nothing from then on.
 * Gives back whether it was the device of the request. Refuses NOT_FOUND for a device that is not the person's.
 */
export async function signOut(ctx: Context, deviceId: string | null): Promise<{ isCurrent: boolean }> {
  const { actor, clock } = ctx;
  const deviceKey = deviceId === null ? actor.deviceKey : keyOf('Device', deviceId);
  if (deviceKey === null || actor.key === null) refuse('NOT_FOUND', ['deviceId']);
  return inTransaction(ctx, async (tx) => {
    const device = await tx.findOne(Device, { key: deviceKey, accountKey: actor.key ?? '' });
    if (!device) refuse('NOT_FOUND', ['deviceId']);
    device.signedOutAt ??= clock.now();
    return { isCurrent: deviceKey === actor.deviceKey };
  });
}
